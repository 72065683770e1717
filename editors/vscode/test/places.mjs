// Where things are, from the sources as from their copy in build/editors/vscode.

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const EXTENSION = dirname(dirname(fileURLToPath(import.meta.url)));
export const ROOT = above(EXTENSION);
export const BUILD = join(ROOT, "build", "editors");

function above(directory) {
  return existsSync(join(directory, "pyproject.toml")) ? directory : above(dirname(directory));
}

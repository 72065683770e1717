/** Where the `mfc` of a workspace is: what the settings say, its virtual environment's, or the one on the PATH. */

import { existsSync } from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";

const WINDOWS = process.platform === "win32";
const ENVIRONMENTS = [".venv", "venv"];

/** Return the words that start mfc for a file of a workspace folder, or nothing where there is no mfc. */
export function locate(setting: readonly string[], folder?: string, file?: string): string[] | undefined {
  if (setting.length > 0) return [...setting];
  const program = firstExisting(environments(folder, file)) ?? firstExisting(onPath());
  return program === undefined ? undefined : [program];
}

/** Return the Python that belongs to an mfc: the one beside it, else whatever `python` is. */
export function pythonOf(program: string): string {
  return firstExisting([executable(dirname(program), "python")]) ?? "python";
}

/** Only the workspace is trusted: a directory above it may belong to somebody else. */
function environments(folder?: string, file?: string): string[] {
  if (folder === undefined) return [];
  const directories = [folder];
  const inside = file === undefined ? "" : relative(folder, dirname(file));
  if (inside !== "" && !inside.startsWith("..")) {
    for (const part of inside.split(/[\\/]/)) directories.unshift(join(directories[0] ?? folder, part));
  }
  return directories.flatMap((directory) =>
    ENVIRONMENTS.map((name) => executable(join(directory, name, WINDOWS ? "Scripts" : "bin"), "mfc")),
  );
}

function onPath(): string[] {
  const directories = (process.env["PATH"] ?? "").split(delimiter).filter((directory) => directory !== "");
  return directories.map((directory) => executable(directory, "mfc"));
}

function executable(directory: string, name: string): string {
  return join(directory, WINDOWS ? `${name}.exe` : name);
}

function firstExisting(paths: readonly string[]): string | undefined {
  return paths.find((path) => existsSync(path));
}

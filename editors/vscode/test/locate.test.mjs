// Which mfc is started for a spec.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { build } from "esbuild";
import { EXTENSION } from "./places.mjs";

const entryPoints = [join(EXTENSION, "src", "locate.ts")];
const { outputFiles } = await build({ entryPoints, bundle: true, format: "esm", platform: "node", write: false });
const { locate, pythonOf } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const path = process.env.PATH;
let home;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "mfc-"));
  process.env.PATH = join(home, "bin");
});

afterEach(() => {
  process.env.PATH = path;
  rmSync(home, { recursive: true });
});

function install(...parts) {
  const program = join(home, ...parts);
  mkdirSync(dirname(program), { recursive: true });
  writeFileSync(program, "");
  return program;
}

test("the settings come first", () => {
  install("work", ".venv", "bin", "mfc");
  assert.deepEqual(locate(["uv", "run", "mfc"], join(home, "work")), ["uv", "run", "mfc"]);
});

test("then the environment that is nearest to the spec", () => {
  const outer = install("work", "venv", "bin", "mfc");
  const inner = install("work", "studies", ".venv", "bin", "mfc");
  const folder = join(home, "work");
  assert.deepEqual(locate([], folder, join(folder, "studies", "houses", "a.mf")), [inner]);
  assert.deepEqual(locate([], folder, join(folder, "a.mf")), [outer]);
  assert.deepEqual(locate([], folder), [outer]);
});

test("then the PATH", () => {
  assert.equal(locate([], join(home, "work")), undefined);
  const program = install("bin", "mfc");
  assert.deepEqual(locate([], join(home, "work")), [program]);
  assert.deepEqual(locate([]), [program]);
});

test("never what lies above the workspace, or beside it", () => {
  install(".venv", "bin", "mfc");
  install("other", ".venv", "bin", "mfc");
  assert.equal(locate([], join(home, "work"), join(home, "work", "a.mf")), undefined);
  assert.equal(locate([], join(home, "work"), join(home, "other", "a.mf")), undefined);
});

test("flows run with the Python beside mfc", () => {
  const program = install("work", ".venv", "bin", "mfc");
  assert.equal(pythonOf(program), "python");
  const python = install("work", ".venv", "bin", "python");
  assert.equal(pythonOf(program), python);
});

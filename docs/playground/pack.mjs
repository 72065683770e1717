// Pack what gather.py has gathered: `node pack.mjs FOLDER OUTPUT` writes mfc.zip and snapshot.gz.
//
// The modules are compiled by the Python that will run them. The snapshot is that Python's memory after it has checked
// and compiled the examples: to start from it takes a tenth of the time.

import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { loadPyodide } from "pyodide";

const [folder, output] = process.argv.slice(2).map((name) => resolve(name));
const zip = join(output, "mfc.zip");
const examples = JSON.parse(readFileSync(join(output, "examples.json"), "utf8")).map((one) => one.text);

async function compile() {
  const python = await loadPyodide();
  python.FS.mkdirTree("/mfc");
  python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/mfc");
  python.runPython(`
import compileall, shutil
from pathlib import Path
from py_compile import PycInvalidationMode

for source in Path("/mfc").rglob("*.py"):
    if "templates" not in source.parts:  # those are read as text
        compileall.compile_file(source, quiet=1, legacy=True, invalidation_mode=PycInvalidationMode.UNCHECKED_HASH)
        source.unlink()
shutil.make_archive("/tmp/mfc", "zip", "/mfc")
`);
  writeFileSync(zip, python.FS.readFile("/tmp/mfc.zip"));
}

async function snapshot() {
  const python = await loadPyodide({ _makeSnapshot: true });
  python.unpackArchive(new Uint8Array(readFileSync(zip)), "zip", { extractDir: "/mfc" });
  python.globals.set("examples", examples.join("\0"));
  python.runPython(readFileSync(new URL("begin.py", import.meta.url), "utf8"));
  writeFileSync(join(output, "snapshot.gz"), gzipSync(python.makeMemorySnapshot()));
}

await compile();
await snapshot();

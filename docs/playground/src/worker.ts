// The compiler, in a thread of its own: Python through Pyodide. Everything is loaded from beside this file.

import type { Question } from "./answers.ts";

type Answer = (question: Question, ...asked: unknown[]) => string;

interface Python {
  unpackArchive(archive: ArrayBuffer, format: string, options: { extractDir: string }): void;
  globals: { get(name: "answer"): Answer };
}

const load = async (name: string): Promise<Response> => {
  const found = await fetch(new URL(name, import.meta.url));
  if (!found.ok) throw new Error(`${name}: ${found.status}`);
  return found;
};

/** Start Python from its snapshot, in which the compiler is loaded. */
async function start(): Promise<Python> {
  const inflated = load("snapshot.gz").then((found) => found.body?.pipeThrough(new DecompressionStream("gzip")));
  const [snapshot, { loadPyodide }, { default: create }] = await Promise.all([
    inflated.then((stream) => new Response(stream).arrayBuffer()),
    // @ts-expect-error files of the built page, which no types are for
    import("./pyodide/pyodide.mjs"),
    // @ts-expect-error
    import("./pyodide/pyodide.asm.mjs"),
  ]);
  return loadPyodide({
    indexURL: new URL("pyodide/", import.meta.url).href,
    _loadSnapshot: snapshot,
    createPyodideModule: (settings: unknown) => create(settings).then((made: Module) => grown(made, snapshot.byteLength)),
  });
}

interface Module {
  _malloc(size: number): number;
  _free(at: number): void;
}

/** Make room for a snapshot: Pyodide takes only one that is no larger than the memory it begins with. */
function grown(made: Module, size: number): Module {
  made._free(made._malloc(size));
  return made;
}

const python = start();
let files: Promise<void> | null = null;

/** Lay out the files of the compiler, which a snapshot does not have: templates are read when a flow is made. */
function unpacked(): Promise<void> {
  files ??= Promise.all([python, load("mfc.zip").then((found) => found.arrayBuffer())]).then(([started, archive]) =>
    started.unpackArchive(archive, "zip", { extractDir: "/mfc" }),
  );
  return files;
}

onmessage = async ({ data: [number, question, ...asked] }: MessageEvent<[number, Question, ...unknown[]]>) => {
  try {
    if (question !== "check") await unpacked();
    postMessage([number, (await python).globals.get("answer")(question, ...asked)]);
  } catch (error) {
    postMessage([number, null, String(error)]);
  }
};

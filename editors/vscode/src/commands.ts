/** The commands of the palette that work on a spec: compile, check and run. */

import { basename } from "node:path";
import { commands, ProcessExecution, Task, tasks, TaskScope, Uri, window, workspace } from "vscode";
import { pythonOf } from "./locate";
import { commandOrComplain, run } from "./mfc";

const ERRORS = 1;

/** Return the spec a command is for, saved: the one it was given, or else the one in the active editor. */
export async function savedSpec(given: unknown): Promise<Uri | undefined> {
  const active = window.activeTextEditor?.document;
  const spec = given instanceof Uri ? given : typeof given === "string" ? Uri.parse(given) : active?.uri;
  const open = workspace.textDocuments.find((document) => document.uri.toString() === spec?.toString());
  if (spec?.scheme !== "file" || (open !== undefined && !(await open.save()))) return undefined;
  return spec;
}

/** Compile a spec and offer to open its flow. */
export async function compile(spec: Uri): Promise<void> {
  const written = await compiled(spec);
  if (written === undefined) return;
  const chosen = await window.showInformationMessage(written, "Open");
  if (chosen === "Open") await window.showTextDocument(flowOf(spec));
}

/** Compile a spec and run its flow in a terminal. */
export async function compileAndRun(spec: Uri): Promise<void> {
  const program = commandOrComplain(spec)?.[0];
  if (program === undefined || (await compiled(spec)) === undefined) return;
  await execute(`run ${basename(flowOf(spec).fsPath)}`, pythonOf(program), [flowOf(spec).fsPath, "run"], []);
}

/** Check all specs of the workspace; the findings are among the problems. */
export async function checkAll(): Promise<void> {
  const words = commandOrComplain();
  if (words === undefined) return;
  await workspace.saveAll();
  const specs = await tournaments();
  if (specs.length === 0) {
    void window.showInformationMessage("The workspace has no specs.");
    return;
  }
  const [program = "mfc", ...rest] = words;
  const paths = specs.map((spec) => workspace.asRelativePath(spec, false)).sort();
  await execute("check", program, [...rest, "check", ...paths], ["$mfc"]);
}

/** Return the specs of the workspace; what has no tournament is a part that others include, and checked with them. */
async function tournaments(): Promise<Uri[]> {
  const files = await workspace.findFiles("**/*.mf", "**/{node_modules,.venv,venv}/**");
  const texts = await Promise.all(files.map(async (file) => (await workspace.fs.readFile(file)).toString()));
  return files.filter((_, index) => /^[ \t]*tournament\b/m.test(texts[index] ?? ""));
}

/** Compile a spec and return what to say of it; of a failure, the user is told here. */
async function compiled(spec: Uri): Promise<string | undefined> {
  const words = commandOrComplain(spec);
  if (words === undefined) return undefined;
  const answer = await run([...words, "compile", spec.fsPath], spec);
  if (answer.status === 0) return `${basename(flowOf(spec).fsPath)} is up to date.`;
  if (answer.status === ERRORS) {
    void window.showErrorMessage(`${basename(spec.fsPath)} has errors; no flow was written.`);
    await commands.executeCommand("workbench.actions.view.problems");
  } else {
    void window.showErrorMessage(answer.stderr.trim());
  }
  return undefined;
}

function flowOf(spec: Uri): Uri {
  return spec.with({ path: spec.path.replace(/(\.[^./]*)?$/, "_flow.py") });
}

async function execute(name: string, program: string, words: string[], matchers: string[]): Promise<void> {
  const scope = workspace.workspaceFolders?.[0] ?? TaskScope.Workspace;
  const task = new Task({ type: "mfc" }, scope, name, "mfc", new ProcessExecution(program, words), matchers);
  await tasks.executeTask(task);
}

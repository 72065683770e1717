/** The workspace's mfc as a program: how it is started, and what it answers. */

import { execFile } from "node:child_process";
import { dirname } from "node:path";
import { commands, Uri, window, workspace } from "vscode";
import { locate } from "./locate";

const SETTING = "mfc.command";

/** What a finished mfc has left: its exit status and its output. */
export interface Answer {
  status: number;
  stdout: string;
  stderr: string;
}

/** Return the words that start mfc for a spec (for the workspace, without one), or nothing where there is no mfc. */
export function command(spec?: Uri): string[] | undefined {
  const folder = spec === undefined ? workspace.workspaceFolders?.[0] : workspace.getWorkspaceFolder(spec);
  const setting = workspace.getConfiguration("mfc", spec ?? folder?.uri).get<string[]>("command") ?? [];
  return locate(setting, folder?.uri.fsPath, spec?.fsPath);
}

/** As `command`, but where there is no mfc, or it may not be started, the user is told why. */
export function commandOrComplain(spec?: Uri): string[] | undefined {
  if (!workspace.isTrusted) {
    void window.showWarningMessage("mfc is not started before you trust the workspace.");
    return undefined;
  }
  const found = command(spec);
  if (found === undefined) void complain();
  return found;
}

/** Run mfc on a spec, in the spec's directory. */
export function run(words: readonly string[], spec: Uri): Promise<Answer> {
  const [program = "mfc", ...rest] = words;
  const options = { cwd: dirname(spec.fsPath), env: { ...process.env, NO_COLOR: "1" }, maxBuffer: 1 << 26 };
  return new Promise((resolve) => {
    execFile(program, rest, options, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === "number" ? error.code : 2;
      resolve({ status, stdout, stderr: stderr || (error?.message ?? "") });
    });
  });
}

async function complain(): Promise<void> {
  const message = "There is no mfc in the workspace's .venv, nor on the PATH. Install it, or say where it is.";
  const chosen = await window.showWarningMessage(message, "Open Settings", "Try Again");
  if (chosen === "Open Settings") await commands.executeCommand("workbench.action.openSettings", SETTING);
  if (chosen === "Try Again") await commands.executeCommand("mfc.restart");
}

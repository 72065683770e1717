/** The flow of a spec beside it: a read-only Python file that follows the spec each time it is saved. */

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { EventEmitter, TextDocument, TextDocumentContentProvider, Uri, ViewColumn, window, workspace } from "vscode";
import { command, run } from "./mfc";

export const SCHEME = "mfc-flow";

/** Gives the flows of specs as documents of the scheme `mfc-flow`. */
export class Preview implements TextDocumentContentProvider {
  private readonly changes = new EventEmitter<Uri>();
  readonly onDidChange = this.changes.event;

  /** Open the flow of a spec to the side, and leave the cursor where it is. */
  async open(spec: Uri): Promise<void> {
    const uri = spec.with({ scheme: SCHEME, path: spec.path.replace(/(\.mf)?$/, "_flow.py"), query: spec.toString() });
    const flow = await workspace.openTextDocument(uri);
    await window.showTextDocument(flow, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: false });
  }

  /** Bring the open flows up to date: any of them may include the file that was saved. */
  follow(saved: TextDocument): void {
    if (saved.languageId !== "mfc") return;
    for (const { uri } of workspace.textDocuments) if (uri.scheme === SCHEME) this.changes.fire(uri);
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const spec = Uri.parse(uri.query);
    const words = command(spec);
    if (words === undefined) return "# There is no mfc in this workspace.\n";
    const directory = await mkdtemp(join(tmpdir(), "mfc-"));
    try {
      const flow = join(directory, basename(uri.path));
      const answer = await run([...words, "compile", spec.fsPath, "--output", flow], spec);
      return answer.status === 0 ? await readFile(flow, "utf8") : comment(answer.stderr);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }
}

function comment(findings: string): string {
  const lines = ["There is no flow yet: the spec has errors.", "", ...findings.trimEnd().split(/\r?\n/)];
  return lines.map((line) => `# ${line}`.trimEnd()).join("\n") + "\n";
}

/** The extension: the language server of the workspace, and the commands. */

import { commands, ExtensionContext, Uri, workspace } from "vscode";
import { checkAll, compile, compileAndRun, savedSpec } from "./commands";
import { Preview, SCHEME } from "./preview";
import { Server } from "./server";

/** Offer the commands, and start the server as soon as the workspace is trusted. */
export async function activate(context: ExtensionContext): Promise<void> {
  const server = new Server();
  const preview = new Preview();
  context.subscriptions.push(
    server,
    workspace.registerTextDocumentContentProvider(SCHEME, preview),
    workspace.onDidSaveTextDocument((document) => preview.follow(document)),
    workspace.onDidGrantWorkspaceTrust(() => server.start()),
    onSpec("mfc.compile", compile),
    onSpec("mfc.run", compileAndRun),
    onSpec("mfc.preview", (spec) => preview.open(spec)),
    commands.registerCommand("mfc.check", checkAll),
    commands.registerCommand("mfc.restart", () => server.restart()),
  );
  if (workspace.isTrusted) await server.start();
}

function onSpec(name: string, act: (spec: Uri) => Promise<void>) {
  return commands.registerCommand(name, async (given?: unknown) => {
    const spec = await savedSpec(given);
    if (spec !== undefined) await act(spec);
  });
}

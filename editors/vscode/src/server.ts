/** The language server of the workspace: started when it may be, and again when asked. */

import { Disposable, window } from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions } from "vscode-languageclient/node";
import { commandOrComplain } from "./mfc";

const OPTIONS: LanguageClientOptions = {
  documentSelector: [
    { language: "mfc", scheme: "file" },
    { language: "mfc", scheme: "untitled" },
  ],
};

/** The client of `mfc lsp`; one a window. */
export class Server implements Disposable {
  private client: LanguageClient | undefined;

  /** Start the server, unless it runs. */
  async start(): Promise<void> {
    if (this.client !== undefined) return;
    const [program, ...rest] = commandOrComplain() ?? [];
    if (program === undefined) return;
    const server: ServerOptions = { command: program, args: [...rest, "lsp"] };
    this.client = new LanguageClient("mfc", "mfc", server, OPTIONS);
    try {
      await this.client.start();
    } catch (error) {
      this.client = undefined;
      void window.showErrorMessage(`${program} does not serve as a language server: ${String(error)}`);
    }
  }

  /** Stop the server, and start what the workspace now has. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Stop the server, as when the window is closed. */
  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.dispose();
  }

  dispose(): void {
    void this.stop();
  }
}

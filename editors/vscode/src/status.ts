import * as vscode from "vscode";
import { originInWords, type Client, type Status } from "./client";

/** Says in the status bar, while a Synergy file is in view, whether there is a server behind it. */
export function showStatus(client: Client): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("hypecheck.server", vscode.StatusBarAlignment.Right, 100);
  item.name = "Hypecheck Server";

  const render = (): void => {
    const status = client.status;
    item.text = text(status);
    item.tooltip = tooltip(status);
    item.command = status.kind === "off" ? "hypecheck.restartServer" : "hypecheck.showLog";
    item.backgroundColor = status.kind === "off" ? new vscode.ThemeColor("statusBarItem.errorBackground") : undefined;
    if (vscode.window.visibleTextEditors.some((editor) => editor.document.languageId === "synergy")) item.show();
    else item.hide();
  };

  render();
  return vscode.Disposable.from(
    item,
    client.onDidChangeStatus(render),
    vscode.window.onDidChangeVisibleTextEditors(render),
    // A file whose language was changed by hand.
    vscode.workspace.onDidOpenTextDocument(render),
  );
}

function text(status: Status): string {
  switch (status.kind) {
    case "starting": return "$(loading~spin) hypecheck: starting";
    case "running": return "$(check) hypecheck";
    case "off": return "$(circle-slash) hypecheck: off";
  }
}

function tooltip(status: Status): string {
  switch (status.kind) {
    case "starting": return `The server is starting: ${status.server.path}`;
    case "running": return `The server${status.version === undefined ? "" : ` ${status.version}`} is running: ${status.server.path} (${originInWords(status.server)}). Click for its log.`;
    case "off": return `The server is off; nothing is checked. ${status.reason} Click to start it.`;
  }
}

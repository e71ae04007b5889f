import * as vscode from "vscode";
import { Client } from "./client";
import { newSpec } from "./newSpec";
import { offerPages } from "./pages";
import { offerHeatMap } from "./heatmap";
import { pathFromUser } from "./server";
import { showStatus } from "./status";
import { provideTasks } from "./task";
import { offerSample } from "./walkthrough";

let client: Client | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("Hypecheck", { log: true });
  const started = (client = new Client(context.extensionUri, log));

  const serverPath = (): string => pathFromUser(vscode.workspace.getConfiguration("hypecheck").inspect("server.path"));
  let path = serverPath();

  context.subscriptions.push(
    log,
    started,
    showStatus(started),
    offerHeatMap(context, started),
    provideTasks(started),
    offerPages(started),
    offerSample(context.extensionUri, started),
    vscode.commands.registerCommand("hypecheck.restartServer", () => started.restart()),
    vscode.commands.registerCommand("hypecheck.showLog", () => log.show()),
    vscode.commands.registerCommand("hypecheck.newSpec", newSpec),
    vscode.workspace.onDidChangeConfiguration(() => {
      if (path === serverPath()) return;
      path = serverPath();
      void started.restart();
    }),
  );
  // Not awaited: colours and commands need no server, and whether there is one is in the status bar.
  void started.restart();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  client = undefined;
}

// Pages that the server writes in Markdown: explanations, and the state of the server for a report.

import * as vscode from "vscode";
import type { Client } from "./client";

const SCHEME = "hypecheck";

/** Commands that show such a page. */
export function offerPages(client: Client): vscode.Disposable {
  const pages = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();

  async function show(name: string, text: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}.md` });
    pages.set(uri.path, text);
    changed.fire(uri);
    await vscode.commands.executeCommand("markdown.showPreview", uri);
  }

  async function run(command: string, ...args: unknown[]): Promise<string | undefined> {
    if (client.status.kind !== "running") {
      void vscode.window.showWarningMessage("The hypecheck server is off, so there is nobody to answer.", "Restart Server").then((chosen) => {
        if (chosen !== undefined) void client.restart();
      });
      return undefined;
    }
    try {
      return await client.execute<string>(command, args);
    } catch (error) {
      void vscode.window.showWarningMessage(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  async function explain(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const here = editor?.document.languageId === "synergy" ? editor : undefined;
    const name = await vscode.window.showInputBox({
      title: "Explain",
      prompt: "A rule, a cell, a technique, a chain, a ceiling, a phrase, or `verdict`",
      placeHolder: "weak-synergy",
      value: here === undefined ? "" : wordsAt(here),
    });
    if (name === undefined || name.trim() === "") return;
    const text = await run("hypecheck.explain", name.trim(), ...(here === undefined ? [] : [here.document.uri.toString()]));
    if (text !== undefined) await show(name.trim().replace(/[^\p{Letter}\p{Number}]+/gu, "-"), text);
  }

  async function showDebugInformation(): Promise<void> {
    const text = await run("hypecheck.debugInfo");
    if (text === undefined) return;
    const document = await vscode.workspace.openTextDocument({ language: "markdown", content: `${text}\n## Editor\n\n- VS Code ${vscode.version}\n- server: ${client.server?.path}\n` });
    await vscode.window.showTextDocument(document);
  }

  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, { onDidChange: changed.event, provideTextDocumentContent: (uri) => pages.get(uri.path) }),
    vscode.commands.registerCommand("hypecheck.explainName", explain),
    vscode.commands.registerCommand("hypecheck.showDebugInformation", showDebugInformation),
  );
}

/** What the cursor is on: a cell as a whole, or else a word. */
function wordsAt({ document, selection }: vscode.TextEditor): string {
  if (!selection.isEmpty) return document.getText(selection);
  const cell = document.getWordRangeAtPosition(selection.active, /[a-z]+ *\+ *[a-z]+/);
  const range = cell ?? document.getWordRangeAtPosition(selection.active);
  return range === undefined ? "" : document.getText(range);
}

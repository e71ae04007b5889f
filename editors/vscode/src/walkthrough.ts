import * as vscode from "vscode";
import type { Client } from "./client";

/** Set when the sample of the walkthrough has been mended, which ends that step of it. */
const MENDED = "hypecheck.sampleMended";

/** The sample of the walkthrough: opens it, and sees when its weak claim has been mended. */
export function offerSample(extension: vscode.Uri, client: Client): vscode.Disposable {
  let sample: vscode.Uri | undefined;
  let wasWeak = false;

  const open = async (): Promise<void> => {
    const file = vscode.Uri.joinPath(extension, "walkthrough", "sample.synergy");
    const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    // A text of its own, so that what is tried on it changes nothing.
    const document = await vscode.workspace.openTextDocument({ language: "synergy", content });
    sample = document.uri;
    wasWeak = false;
    await vscode.window.showTextDocument(document);
  };

  const look = (): void => {
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === sample?.toString());
    // Findings also go when the server stops, when the text is closed, and when the claim is deleted: that mends nothing.
    if (document === undefined || client.status.kind !== "running" || !document.getText().includes("claim instant")) return;
    const weak = vscode.languages.getDiagnostics(document.uri).some(({ code }) => (typeof code === "object" ? code.value : code) === "weak-synergy");
    // Before the first judgement there is nothing to mend yet.
    if (wasWeak && !weak) void vscode.commands.executeCommand("setContext", MENDED, true);
    wasWeak ||= weak;
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand("hypecheck.openSample", open),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === sample?.toString())) look();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.toString() === sample?.toString()) sample = undefined;
    }),
  );
}

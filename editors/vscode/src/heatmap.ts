// The heat map in a panel beside the text: it follows the file that is being edited, and the cursor in it.

import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import type { Client } from "./client";
import { fromPage, keptFile, pageFor, type HeatMapChanged, type Shown } from "./page";

const KIND = "hypecheck.heatMap";

/** Lets the heat map be shown. There is at most one in a window. */
export function offerHeatMap(context: vscode.ExtensionContext, client: Client): vscode.Disposable {
  const folder = vscode.Uri.joinPath(context.extensionUri, "dist", "page");
  let shown: HeatMap | undefined;

  const take = async (panel: vscode.WebviewPanel, file: string | undefined): Promise<void> => {
    shown?.dispose();
    const heatMap = (shown = new HeatMap(panel, folder, client, file));
    panel.onDidDispose(() => {
      if (shown === heatMap) shown = undefined;
    });
    await heatMap.load();
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand("hypecheck.showMatrix", async (about?: unknown) => {
      const file = fileOf(about) ?? fileOf(vscode.window.activeTextEditor?.document) ?? shown?.file;
      if (shown !== undefined) return shown.reveal(file);
      const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      await take(vscode.window.createWebviewPanel(KIND, "Matrix", where, { enableScripts: true, localResourceRoots: [folder] }), file);
    }),
    vscode.window.registerWebviewPanelSerializer(KIND, {
      async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown) {
        panel.webview.options = { enableScripts: true, localResourceRoots: [folder] };
        await take(panel, keptFile(state) ?? fileOf(vscode.window.activeTextEditor?.document));
      },
    }),
    { dispose: () => shown?.dispose() },
  );
}

/** The file that is meant: a text, an address, or what a command of the server was given. */
function fileOf(about: unknown): string | undefined {
  if (typeof about === "string") return vscode.Uri.parse(about).toString();
  if (about instanceof vscode.Uri) return about.toString();
  if (typeof about !== "object" || about === null || !("uri" in about)) return undefined;
  if ("languageId" in about && about.languageId !== "synergy") return undefined;
  return fileOf(about.uri);
}

class HeatMap implements vscode.Disposable {
  private readonly parts: vscode.Disposable[] = [];
  /** What the page is given when it begins: it is made anew each time that it comes into view. */
  private picture: Shown | undefined;
  private claim: string | null = null;
  private ready = false;
  /** Counts what was asked for, so that an answer that comes late is not shown. */
  private asked = 0;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly folder: vscode.Uri,
    private readonly client: Client,
    public file: string | undefined,
  ) {
    panel.iconPath = vscode.Uri.joinPath(folder, "..", "..", "images", "icon.png");
    this.parts.push(
      panel.onDidDispose(() => this.dispose()),
      panel.webview.onDidReceiveMessage((message) => this.said(message)),
      panel.onDidChangeViewState(() => void this.follow()),
      client.onDidChangeStatus(() => void this.follow()),
      client.onDidChangeHeatMap((changed) => this.changed(changed)),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        const file = fileOf(editor?.document);
        if (file !== undefined && file !== this.file) this.look(file);
        this.tellCursor(editor);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.tellCursor(textEditor)),
    );
  }

  dispose(): void {
    for (const part of this.parts.splice(0)) part.dispose();
    void this.client.request("hypecheck/heatMap", { follow: false });
    this.panel.dispose();
  }

  /** Writes the page into the panel. */
  async load(): Promise<void> {
    const html = Buffer.from(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.folder, "heat-map.html"))).toString("utf8");
    const { webview } = this.panel;
    const address = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(this.folder, file)).toString();
    webview.html = pageFor(html, { source: webview.cspSource, address }, randomBytes(16).toString("hex"));
    await this.follow();
  }

  reveal(file: string | undefined): void {
    this.panel.reveal(undefined, true);
    this.look(file);
  }

  /** Shows another file. */
  private look(file: string | undefined): void {
    this.file = file;
    this.claim = null;
    void this.follow();
  }

  /** Has the server tell of the file from now on, if there is a server and somebody to see it. */
  private async follow(): Promise<void> {
    const number = ++this.asked;
    const { file } = this;
    this.post({ kind: "keep", state: { file } });
    const { status } = this.client;
    if (status.kind === "off") {
      return this.post({ kind: "state", text: `The hypecheck server is off, and nothing here is up to date. ${status.reason}` });
    }
    if (status.kind === "starting") return this.post({ kind: "state", text: "The hypecheck server is starting." });
    this.post({ kind: "state", text: "" });
    const { visible } = this.panel;
    const shown = await this.client.request<Shown>("hypecheck/heatMap", { ...(file === undefined ? {} : { textDocument: { uri: file } }), follow: visible });
    if (shown === undefined || number !== this.asked || !visible) return;
    this.show(shown);
    this.tellCursor(vscode.window.activeTextEditor);
  }

  private changed({ textDocument, map, cursor }: HeatMapChanged): void {
    if ((textDocument?.uri ?? undefined) !== this.file) return;
    if (map !== undefined) this.show(map);
    if (cursor !== undefined) {
      this.claim = cursor.claim;
      this.post({ kind: "cursor", claim: this.claim });
    }
  }

  private show(shown: Shown): void {
    this.picture = shown;
    this.panel.title = `Matrix: ${shown.title.split(" · ")[0]}`;
    this.post({ kind: "update", ...shown });
  }

  private tellCursor(editor: vscode.TextEditor | undefined): void {
    const file = fileOf(editor?.document);
    if (editor === undefined || file === undefined || !this.panel.visible) return;
    const { line, character } = editor.selection.active;
    this.client.notify("hypecheck/cursor", { textDocument: { uri: file }, position: { line, character } });
  }

  private said(message: unknown): void {
    const said = fromPage(message);
    if (said?.kind === "go") void this.go(said.claim);
    if (said?.kind !== "ready") return;
    this.ready = true;
    if (this.picture !== undefined) this.post({ kind: "update", ...this.picture });
    this.post({ kind: "cursor", claim: this.claim });
    void this.follow();
  }

  /** Puts the cursor on a claim, in the editor that its file is in already if there is one. */
  private async go(claim: string): Promise<void> {
    const { file } = this;
    const found = await this.client.request<{ uri: string; range: { start: vscode.Position; end: vscode.Position } } | null>(
      "hypecheck/claimLocation", { ...(file === undefined ? {} : { textDocument: { uri: file } }), claim });
    if (found === undefined || found === null) return;
    const uri = vscode.Uri.parse(found.uri, true);
    const { start, end } = found.range;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    const open = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
    const beside = this.panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
    await vscode.window.showTextDocument(uri, { viewColumn: open?.viewColumn ?? beside, selection });
  }

  private post(message: object): void {
    // Before the page has begun nobody hears it; all of it is said again then.
    if (this.ready) void this.panel.webview.postMessage(message);
  }
}

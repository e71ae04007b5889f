import * as vscode from "vscode";
import { originInWords, type Client, type Status } from "./client";

/** What the claims of a text come to, as the server counts them. */
interface Summary {
  readonly claims: number;
  readonly strengths: { readonly strong: number; readonly moderate: number; readonly weak: number };
  readonly unplaced: number;
  readonly verdicts: { readonly works: number; readonly promising: number; readonly speculative: number };
}

/** How long to wait after a change before the claims are counted anew, in milliseconds. */
const PAUSE = 150;

/**
 * Says in the status bar, while a Synergy file is in view, what the claims of the active one come to, or that there is no
 * server to judge them.
 */
export function showStatus(client: Client): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("hypecheck.server", vscode.StatusBarAlignment.Right, 100);
  item.name = "Hypecheck";
  let summary: Summary | undefined;
  let waiting: NodeJS.Timeout | undefined;

  const active = (): vscode.TextDocument | undefined => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.languageId === "synergy" && ["file", "untitled"].includes(document.uri.scheme) ? document : undefined;
  };

  const render = (): void => {
    const status = client.status;
    item.text = text(status, summary);
    item.accessibilityInformation = { label: spoken(status, summary) };
    item.tooltip = tooltip(status, summary);
    item.command = status.kind === "off" ? "hypecheck.restartServer" : "hypecheck.showLog";
    item.backgroundColor = status.kind === "off" ? new vscode.ThemeColor("statusBarItem.errorBackground") : undefined;
    if (vscode.window.visibleTextEditors.some((editor) => editor.document.languageId === "synergy")) item.show();
    else item.hide();
  };

  const count = async (): Promise<void> => {
    const document = active();
    const found = document === undefined ? undefined : await client.request<Summary>("hypecheck/summary", { textDocument: { uri: document.uri.toString() } });
    // Meanwhile another text may have become the active one; it has asked for itself.
    if (document !== active()) return;
    summary = found;
    render();
  };
  const soon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void count(), PAUSE);
  };

  render();
  soon();
  return vscode.Disposable.from(
    item,
    new vscode.Disposable(() => clearTimeout(waiting)),
    client.onDidChangeStatus(() => {
      if (client.status.kind !== "running") summary = undefined;
      render();
      soon();
    }),
    vscode.window.onDidChangeActiveTextEditor(() => {
      summary = undefined;
      render();
      soon();
    }),
    vscode.window.onDidChangeVisibleTextEditors(render),
    // A file whose language was changed by hand.
    vscode.workspace.onDidOpenTextDocument(render),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === active()) soon();
    }),
    // Another file, or a configuration, may matter to this one too.
    vscode.languages.onDidChangeDiagnostics(soon),
  );
}

function text(status: Status, summary: Summary | undefined): string {
  switch (status.kind) {
    case "starting": return "$(loading~spin) hypecheck: starting";
    case "off": return "$(circle-slash) hypecheck: off";
    case "running": {
      if (summary === undefined || summary.claims === 0) return "$(check) hypecheck";
      const { strong, moderate, weak } = summary.strengths;
      return `$(${weak > 0 ? "warning" : "check"}) hypecheck ${strong} · ${moderate} · ${weak}`;
    }
  }
}

/** The same for those who hear it: three bare numbers say nothing. */
function spoken(status: Status, summary: Summary | undefined): string {
  if (status.kind !== "running" || summary === undefined) return tooltip(status, undefined);
  return `hypecheck: ${inWords(summary)}`;
}

function inWords({ strengths, unplaced, verdicts }: Summary): string {
  const placed = `${strengths.strong} strong, ${strengths.moderate} moderate, ${strengths.weak} weak`;
  const rest = unplaced === 0 ? "" : `, ${unplaced} in no cell`;
  return `${placed}${rest}; ${verdicts.works} works, ${verdicts.promising} promising, ${verdicts.speculative} speculative`;
}

function tooltip(status: Status, summary: Summary | undefined): string {
  switch (status.kind) {
    case "starting": return `The server is starting: ${status.server.path}`;
    case "running": {
      const counted = summary === undefined ? "" : `Claims of this file by the strength of their cells: ${inWords(summary)}.\n`;
      return `${counted}The server${status.version === undefined ? "" : ` ${status.version}`} is running: ${status.server.path} (${originInWords(status.server)}). Click for its log.`;
    }
    case "off": return `The server is off; nothing is checked. ${status.reason} Click to start it.`;
  }
}

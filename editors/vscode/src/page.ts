// The heat map's page as a webview shows it. Nothing here knows of VS Code, so that it can be tested without it.

export interface Webview {
  /** Where the webview's own files come from, as its policy says it. */
  readonly source: string;
  /** The address of one of the page's files. */
  readonly address: (file: string) => string;
}

/** The page, with a policy that runs our one script and follows our one style sheet, and nothing else. */
export function pageFor(html: string, webview: Webview, nonce: string): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.source}`;
  return html
    .replace("<!--policy-->", () => `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace('<link rel="icon" href="data:,">\n', "")
    .replaceAll("NONCE", nonce)
    .replaceAll(/(href|src)="(heat-map\.\w+)"/g, (_, attribute: string, file: string) => `${attribute}="${webview.address(file)}"`);
}

/** What is shown, as the server tells it. */
export interface Shown {
  readonly html: string;
  readonly title: string;
  readonly version: number | null;
}

/** What the server tells of a map that is followed. */
export interface HeatMapChanged {
  readonly textDocument?: { readonly uri: string } | null;
  readonly map?: Shown;
  readonly cursor?: { readonly claim: string | null };
}

/** What a page may say; anything else that comes from it is not listened to. */
export type FromPage = { readonly kind: "ready" } | { readonly kind: "go"; readonly claim: string };

/** What a message from the page says, if it is one of ours. */
export function fromPage(message: unknown): FromPage | undefined {
  if (typeof message !== "object" || message === null || !("kind" in message)) return undefined;
  if (message.kind === "ready") return { kind: "ready" };
  if (message.kind === "go" && "claim" in message && typeof message.claim === "string") return { kind: "go", claim: message.claim };
  return undefined;
}

/** The file that a panel showed before the window was loaded anew, from what was kept of it. */
export function keptFile(state: unknown): string | undefined {
  const kept = typeof state === "object" && state !== null && "file" in state ? state.file : undefined;
  return typeof kept === "string" ? kept : undefined;
}

// One server at a time: started, watched, started again when it falls over, and stopped.

import { spawn, type ChildProcess } from "node:child_process";
import { homedir } from "node:os";
import * as vscode from "vscode";
import { CloseAction, ErrorAction, LanguageClient, RevealOutputChannelOn, State } from "vscode-languageclient/node";
import { describeExit, findServer, look, pathFromUser, Patience, type NoServer, type Server } from "./server";
import type { HeatMapChanged } from "./page";
import { Trace } from "./trace";

export type Status =
  | { readonly kind: "starting"; readonly server: Server }
  | { readonly kind: "running"; readonly server: Server; readonly version: string | undefined }
  | { readonly kind: "off"; readonly reason: string };

/** The client library reports failures in messages of its own; ours name the server's path, so its are only logged. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown, showNotification?: boolean | "force"): void {
    super.error(message, data, showNotification === "force" ? false : showNotification);
  }
}

/** One server process and the client that speaks with it. */
class Run {
  /** Resolves when the server answers or has failed to. */
  readonly started: Promise<void>;
  private readonly client: LanguageClient;
  private process: ChildProcess | undefined;
  private state: "starting" | "running" | "over" = "starting";
  /** Why the client gave the server up, where it did. */
  private failure: string | undefined;

  constructor(
    readonly server: Server,
    private readonly log: vscode.LogOutputChannel,
    trace: vscode.LogOutputChannel,
    /** Called once, unless `end` was called before. */
    private readonly onFall: (how: string, hadStarted: boolean) => void,
    private readonly onStatus: (status: Status) => void,
    onHeatMap: (changed: HeatMapChanged) => void,
  ) {
    this.client = new QuietClient("hypecheck", "Hypecheck", () => this.spawn(), {
      documentSelector: [
        { language: "synergy", scheme: "file" },
        { language: "synergy", scheme: "untitled" },
        // The built-in library, as the server shows it.
        { language: "synergy", scheme: "synergy-std" },
      ],
      // What is set counts from the first finding on; after that the server asks.
      initializationOptions: () => vscode.workspace.getConfiguration("hypecheck"),
      outputChannel: log,
      traceOutputChannel: trace,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticCollectionName: "hypecheck",
      initializationFailedHandler: () => false,
      // A connection is never mended: a server that fell over is followed by a new run.
      errorHandler: {
        error: (_error, _message, count) => ({ action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true }),
        closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
      },
      middleware: {
        // The server would open a browser; here is a panel.
        executeCommand: (command, args, next) => command === "hypecheck.matrix" ? vscode.commands.executeCommand("hypecheck.showMatrix", ...args) : next(command, args),
      },
    });
    this.client.onNotification("hypecheck/heatMapChanged", onHeatMap);
    this.started = this.start();
  }

  async send<Answer>(method: string, params: unknown): Promise<Answer | undefined> {
    return (await this.client.sendRequest<Answer | null>(method, params)) ?? undefined;
  }

  /** Asks the server; undefined if it cannot answer. */
  async request<Answer>(method: string, params: unknown): Promise<Answer | undefined> {
    try {
      return await this.send<Answer>(method, params);
    } catch (error) {
      this.log.warn(`${method} was not answered: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  /** Tells the server. */
  tell(method: string, params: object): void {
    // One that went away this moment is not told, and does not miss it.
    void this.client.sendNotification(method, params).catch(() => undefined);
  }

  private async start(): Promise<void> {
    this.log.info(`Starting ${this.server.path} (${originInWords(this.server)})`);
    this.onStatus({ kind: "starting", server: this.server });
    try {
      await this.client.start();
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      if (this.process === undefined) this.fall(this.failure);
      else await this.finish(this.process); // its exit is what is reported
      return;
    }
    if (this.state !== "starting") return;
    this.state = "running";
    this.client.onDidChangeState(({ newState }) => {
      // A server that closed its output is of no use, even if it is still there.
      if (newState === State.Stopped && this.state === "running" && this.process !== undefined) void this.finish(this.process);
    });
    this.onStatus({ kind: "running", server: this.server, version: this.client.initializeResult?.serverInfo?.version });
  }

  private spawn(): Promise<ChildProcess> {
    return new Promise((resolve, reject) => {
      // The client library asks for the process a little after its start; by then the run may have been ended.
      if (this.state === "over") return reject(new Error("The server is no longer wanted."));
      // Not in the workspace's folder: what lies there has no say in how the server runs.
      const process = spawn(this.server.path, ["lsp"], { cwd: homedir(), stdio: "pipe", windowsHide: true });
      process.once("spawn", () => resolve(process));
      process.once("error", reject);
      if (process.pid === undefined) return; // "error" follows
      this.process = process;
      process.once("exit", (code, signal) => {
        const how = describeExit(code, signal);
        this.log.info(`The server ${how}`);
        this.process = undefined;
        this.fall(code === null ? (this.failure ?? how) : how);
      });
    });
  }

  private fall(how: string): void {
    if (this.state === "over") return;
    const hadStarted = this.state === "running";
    this.state = "over";
    this.onFall(how, hadStarted);
  }

  /** Gives a process a moment to end by itself, and ends it if it does not. */
  private async finish(process: ChildProcess): Promise<void> {
    if (process.exitCode !== null || process.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => process.once("exit", () => resolve()));
    const timer = setTimeout(() => process.kill("SIGKILL"), 1000);
    await ended;
    clearTimeout(timer);
  }

  /** Ends the server. It has two seconds to answer that it will, and one to do so. */
  async end(): Promise<void> {
    this.state = "over";
    const process = this.process;
    try {
      await this.client.dispose();
    } catch {
      // It was not running or did not answer: what there is of it is ended all the same.
    }
    if (process !== undefined) await this.finish(process);
  }
}

/** The language client of this window. */
export class Client implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Status>();
  readonly onDidChangeStatus = this.changed.event;
  private readonly heatMap = new vscode.EventEmitter<HeatMapChanged>();
  /** What the server tells of the heat map that it was asked to follow. */
  readonly onDidChangeHeatMap = this.heatMap.event;
  private current: Status = { kind: "off", reason: "It has not been started yet." };
  private run: Run | undefined;
  private patience = new Patience();
  /** Stopping and starting take turns. */
  private turn: Promise<unknown> = Promise.resolve();
  private readonly trace: Trace;

  constructor(private readonly extension: vscode.Uri, private readonly log: vscode.LogOutputChannel) {
    this.trace = new Trace(log);
  }

  get status(): Status {
    return this.current;
  }

  /** The program that serves the editor, if there is one. */
  get server(): Server | undefined {
    return this.current.kind === "off" ? undefined : this.current.server;
  }

  /** Has the running server run one of its commands. Throws what the server says against it. */
  async execute<Answer>(command: string, args: unknown[]): Promise<Answer | undefined> {
    return this.run?.send<Answer>("workspace/executeCommand", { command, arguments: args });
  }

  /** Asks the running server; undefined when there is none, or when it has no answer. */
  async request<Answer>(method: string, params: unknown): Promise<Answer | undefined> {
    if (this.current.kind !== "running") return undefined;
    return this.run?.request<Answer>(method, params);
  }

  /** Tells the running server, if there is one. */
  notify(method: string, params: object): void {
    if (this.current.kind === "running") this.run?.tell(method, params);
  }

  /** Starts the server, or starts it anew. Resolves when it answers or has failed to. */
  async restart(): Promise<void> {
    this.patience = new Patience();
    await this.launch();
  }

  async stop(): Promise<void> {
    await this.inTurn(() => this.end());
  }

  dispose(): void {
    void this.stop();
    this.trace.dispose();
    this.changed.dispose();
    this.heatMap.dispose();
  }

  private async launch(): Promise<void> {
    const run = await this.inTurn(async () => {
      await this.end();
      const server = this.find();
      if ("problem" in server) {
        this.off(server.problem, "setting");
        return undefined;
      }
      this.run = new Run(
        server,
        this.log,
        this.trace.channel,
        (how, hadStarted) => this.fell(server, how, hadStarted),
        (status) => this.become(status),
        (changed) => this.heatMap.fire(changed),
      );
      return this.run;
    });
    // Outside the turn: a server that never answers must not keep the next start waiting.
    await run?.started;
  }

  private async end(): Promise<void> {
    const run = this.run;
    this.run = undefined;
    await run?.end();
  }

  private find(): Server | NoServer {
    return findServer({
      setting: pathFromUser(vscode.workspace.getConfiguration("hypecheck").inspect("server.path")),
      extension: this.extension.fsPath,
      platform: process.platform,
      home: homedir(),
      searchPath: process.env.PATH ?? "",
      look,
    });
  }

  private fell(server: Server, how: string, hadStarted: boolean): void {
    if (!hadStarted) this.off(`The hypecheck server did not start (${how}): ${server.path}`, "setting");
    else if (this.patience.allows(Date.now())) void this.launch();
    else this.off(`The hypecheck server keeps stopping (${how}) and was not started again: ${server.path}`, "restart");
  }

  private become(status: Status): void {
    this.current = status;
    this.changed.fire(status);
  }

  private off(reason: string, help: "setting" | "restart"): void {
    this.become({ kind: "off", reason });
    this.log.error(reason);
    const action = help === "setting" ? "Open Setting" : "Restart Server";
    void vscode.window.showErrorMessage(reason, action, "Show Log").then((chosen) => {
      if (chosen === "Open Setting") void openSetting();
      else if (chosen === "Restart Server") void this.restart();
      else if (chosen === "Show Log") this.log.show();
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => undefined);
    return result;
  }
}

export function originInWords(server: Server): string {
  switch (server.origin) {
    case "setting": return "from the setting hypecheck.server.path";
    case "bundled": return "came with the extension";
    case "PATH": return "found on PATH";
  }
}

/** In a remote window the setting is the remote machine's, and the user's settings do not show it. */
function openSetting(): Thenable<unknown> {
  const query = "hypecheck.server.path";
  return vscode.env.remoteName === undefined
    ? vscode.commands.executeCommand("workbench.action.openSettings", query)
    : vscode.commands.executeCommand("workbench.action.openRemoteSettings", { query });
}

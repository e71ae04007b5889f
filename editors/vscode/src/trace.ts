import * as vscode from "vscode";

/**
 * The channel that the client library writes the messages between editor and server to.
 *
 * The library traces only while its channel's log level is "Trace", so that the setting `hypecheck.trace.server` alone
 * would do nothing. Here the setting decides: this channel takes its level from it, and what is traced is written to
 * the log at a level that is shown.
 */
export class Trace implements vscode.Disposable {
  readonly channel: vscode.LogOutputChannel;
  private readonly levelChanged = new vscode.EventEmitter<vscode.LogLevel>();
  private readonly listener: vscode.Disposable;

  constructor(log: vscode.LogOutputChannel) {
    const level = (): vscode.LogLevel =>
      vscode.workspace.getConfiguration("hypecheck").get<string>("trace.server", "off") === "off" ? vscode.LogLevel.Info : vscode.LogLevel.Trace;
    this.channel = Object.create(log, {
      logLevel: { get: level },
      onDidChangeLogLevel: { value: this.levelChanged.event },
      trace: { value: (message: string) => log.info(message) },
    }) as vscode.LogOutputChannel;
    this.listener = vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("hypecheck.trace.server")) this.levelChanged.fire(level());
    });
  }

  dispose(): void {
    this.listener.dispose();
    this.levelChanged.dispose();
  }
}

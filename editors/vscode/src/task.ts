import * as vscode from "vscode";
import type { Client } from "./client";

const TYPE = "hypecheck";

interface Definition extends vscode.TaskDefinition {
  /** Files and folders to check; the folder itself when left out. */
  paths?: string[];
  /** The level from which the task fails. */
  failOn?: string;
}

/** Offers to check a whole folder, with the program that serves the editor; the findings go to the Problems view. */
export function provideTasks(client: Client): vscode.Disposable {
  const task = (definition: Definition, folder: vscode.WorkspaceFolder): vscode.Task | undefined => {
    const server = client.server;
    if (server === undefined) return undefined;
    const failOn = definition.failOn === undefined ? [] : ["--fail-on", definition.failOn];
    const execution = new vscode.ProcessExecution(
      server.path,
      ["check", "--format", "concise", "--color", "never", ...failOn, "--", ...(definition.paths ?? ["."])],
      { cwd: folder.uri.fsPath },
    );
    const made = new vscode.Task(definition, folder, "check", TYPE, execution, "$hypecheck");
    made.detail = "Check every spec of the folder, as in CI";
    made.group = vscode.TaskGroup.Test;
    made.presentationOptions = { reveal: vscode.TaskRevealKind.Silent };
    return made;
  };
  return vscode.tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? []).flatMap((folder) => task({ type: TYPE }, folder) ?? []),
    resolveTask: (found) => {
      const scope = found.scope;
      const folder = typeof scope === "object" ? scope : vscode.workspace.workspaceFolders?.[0];
      return folder === undefined ? undefined : task(found.definition as Definition, folder);
    },
  });
}

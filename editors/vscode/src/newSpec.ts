import * as vscode from "vscode";
import { nameOf } from "./names";

/** Asks what the project is called and opens a spec to fill in. */
export async function newSpec(): Promise<void> {
  const title = await vscode.window.showInputBox({
    title: "New Project Spec",
    prompt: "What is the project called?",
    placeHolder: "Lantern AI",
    validateInput: (text) => (nameOf(text) === "" ? "A name has at least one letter of the Latin alphabet or a digit." : undefined),
  });
  if (title === undefined) return;
  const document = await vscode.workspace.openTextDocument({ language: "synergy" });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(template(title.trim())));
}

function template(title: string): string {
  const text = (words: string): string => words.replace(/[\\"]/g, "\\$&");
  const inSnippet = (words: string): string => words.replace(/[\\$}]/g, "\\$&");
  return `project ${nameOf(title)} "${inSnippet(text(title))}" {
  about "\${1:What the project is, in a sentence.}"

  claim \${2:first-claim} {
    says     "\${3:What is claimed, in the project's own words.}"
    evidence \${4|paper,benchmark,audit,deployment,code,dataset|} "\${5:https://}" \${6:$CURRENT_YEAR-$CURRENT_MONTH}
  }
}
$0`;
}

// Runs test/api/index.js inside the extension host of a real VS Code: the whole `vscode` API, and no picture.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extension, sleep, startVSCode } from "./vscode.mjs";

/** Answers how many tests passed and failed. */
export async function runApiTests({ place, server, out }) {
  const home = mkdtempSync(join(tmpdir(), "hypecheck-api-"));
  const results = join(home, "results"), planted = join(home, "planted"), mark = join(home, "planted-ran");
  // A workspace that names a program of its own, which tells that it was started.
  writeFileSync(planted, `#!/bin/sh\n: >'${mark}'\n`);
  chmodSync(planted, 0o755);
  writeFileSync(results, "");

  const vscode = await startVSCode({
    place,
    folder: join(extension, "test/workspace"),
    files: { ".vscode/settings.json": JSON.stringify({ "hypecheck.server.path": planted }) },
    machine: { "hypecheck.server.path": server },
    env: { HYPECHECK_TEST_RESULTS: results, HYPECHECK_TEST_SERVER: server, HYPECHECK_TEST_MARK: mark },
    payload: (address) => [
      ["extensionDevelopmentPath", address(extension)],
      ["extensionTestsPath", address(join(extension, "test/api/index"))],
    ],
    logFile: join(out, "api-server.log"),
  });
  const console_ = [];
  let code;
  try {
    const ended = new Promise((done) => vscode.page.exposeFunction("codeAutomationExit", done)); // called by VS Code
    vscode.page.on("console", (message) => console_.push(message.text()));
    await vscode.open();
    code = await Promise.race([ended, sleep(180_000).then(() => "timeout")]);
  } finally {
    await vscode.stop();
  }

  const lines = readFileSync(results, "utf8").trimEnd();
  console.log(lines);
  const count = (word) => lines.split("\n").filter((line) => line.startsWith(word)).length;
  let failed = count("FAIL");
  const passed = count("ok");
  if (!/^end$/m.test(lines)) {
    failed++;
    console.log(`FAIL the API tests did not come to their end (${code})`);
  }
  if (existsSync(mark)) {
    failed++;
    console.log("FAIL the program that the workspace named was started");
  }
  if (failed > 0) writeFileSync(join(out, "api-console.log"), console_.join("\n"));
  rmSync(home, { recursive: true, force: true });
  return { passed, failed };
}

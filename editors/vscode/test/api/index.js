// Tests in the extension host of a real VS Code. The console reaches only the browser, so that results go to a file.
const assert = require("node:assert/strict");
const fs = require("node:fs");
const vscode = require("vscode");

const { HYPECHECK_TEST_RESULTS, HYPECHECK_TEST_SERVER, HYPECHECK_TEST_MARK } = process.env;
const say = (line) => fs.appendFileSync(HYPECHECK_TEST_RESULTS, `${line}\n`);
const folder = () => vscode.workspace.workspaceFolders[0].uri;
const file = (name) => vscode.Uri.joinPath(folder(), name);

/** Waits until something is there. */
async function until(what, look, milliseconds = 20_000) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function open(name) {
  const document = await vscode.workspace.openTextDocument(file(name));
  return vscode.window.showTextDocument(document);
}

const findings = (uri, code) => vscode.languages.getDiagnostics(uri).filter((diagnostic) => (diagnostic.code?.value ?? diagnostic.code) === code);
const finding = (uri, code) => until(`a finding of ${code}`, () => findings(uri, code)[0]);

/** Where a text first stands in a document. */
function place(document, text) {
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `${text} in ${document.fileName}`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** The servers that this extension host has started and that still run. */
function servers() {
  const children = [];
  for (const pid of fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = /^PPid:\t(\d+)$/m.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))[1];
      const command = fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").filter(Boolean);
      if (parent === String(process.pid) && command.at(-1) === "lsp") children.push({ pid: Number(pid), program: command.at(-2) });
    } catch {
      // It ended while we looked.
    }
  }
  return children;
}

async function theServer() {
  await until("one server", () => servers().length === 1);
  return servers()[0];
}

const setPath = (value) => vscode.workspace.getConfiguration("hypecheck").update("server.path", value, vscode.ConfigurationTarget.Global);

/** The locations of an answer that may hold links. */
const locations = (answer) => answer.map((entry) => ({ uri: entry.targetUri ?? entry.uri, range: entry.targetSelectionRange ?? entry.targetRange ?? entry.range }));

const CELL = "performance + decentralization";

const tests = {
  async "a .synergy file is Synergy, and opening one starts the extension"() {
    const { document } = await open("demo.synergy");
    assert.equal(document.languageId, "synergy");
    await until("activation", () => vscode.extensions.getExtension("hypecheck.hypecheck").isActive);
    const commands = await vscode.commands.getCommands(true);
    for (const command of ["hypecheck.restartServer", "hypecheck.showLog", "hypecheck.newSpec", "hypecheck.openSample"]) assert.ok(commands.includes(command), command);
  },

  async "the user's server runs"() {
    assert.equal((await theServer()).program, HYPECHECK_TEST_SERVER);
  },

  async "a weak claim: code, link, severity, source, range, message, related place"() {
    const { document } = await open("demo.synergy");
    const diagnostic = await finding(document.uri, "weak-synergy");
    assert.equal(diagnostic.code.value, "weak-synergy");
    assert.match(diagnostic.code.target.toString(), /^https:\/\/.*weak-synergy/);
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(diagnostic.source, "hypecheck");
    assert.deepEqual(diagnostic.range, place(document, CELL));
    assert.match(diagnostic.message.split(/\.\s|\n/)[0], /performance.*decentralization/);
    const [related] = diagnostic.relatedInformation;
    assert.ok(related.location.uri.path.endsWith("matrix.synergy"), related.location.uri.toString());
    const library = await vscode.workspace.openTextDocument(related.location.uri);
    assert.match(library.lineAt(related.location.range.start.line).text, /cell performance \+ decentralization/);
  },

  async "a moderate claim is information, a strong one is no finding"() {
    const { document } = await open("demo.synergy");
    const diagnostic = await finding(document.uri, "moderate-synergy");
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Information);
    assert.deepEqual(diagnostic.range, place(document, "privacy + scalability"));
    const strong = place(document, "privacy + decentralization");
    const there = vscode.languages.getDiagnostics(document.uri).filter(({ range, code }) => range.isEqual(strong) && /-synergy$/.test(code.value));
    assert.deepEqual(there, []);
  },

  async "a hover explains the cell"() {
    const { document } = await open("demo.synergy");
    const range = place(document, CELL);
    for (const position of [range.start, range.start.translate(0, 12), range.end.translate(0, -1)]) {
      const hovers = await vscode.commands.executeCommand("vscode.executeHoverProvider", document.uri, position);
      const text = hovers.flatMap((hover) => hover.contents).map((content) => content.value).join("\n");
      assert.match(text, /weak/i, "the strength");
      assert.match(text, /stated|implied|judgement/i, "on whose word");
      assert.match(text, /because|why|mechanism|slow|latency/i, "why");
      const rows = text.split("\n").filter((line) => /^\s*\|.*\|\s*$/.test(line));
      assert.ok(rows.length >= 5, `a table of three rows with its head:\n${text}`);
      for (const property of ["privacy", "verifiability", "performance", "security", "scalability", "decentralization"]) {
        assert.ok(rows.some((row) => row.includes(property)), `${property} in the table`);
      }
    }
  },

  async "there is no hover on white space"() {
    const { document } = await open("demo.synergy");
    const hovers = await vscode.commands.executeCommand("vscode.executeHoverProvider", document.uri, new vscode.Position(3, 0));
    assert.deepEqual(hovers, []);
  },

  async "the outline holds the project and its claims"() {
    const { document } = await open("demo.synergy");
    const [project, ...rest] = await vscode.commands.executeCommand("vscode.executeDocumentSymbolProvider", document.uri);
    assert.equal(rest.length, 0);
    assert.match(`${project.name} ${project.detail}`, /demo/i);
    const claims = project.children.map((claim) => claim.name);
    assert.equal(claims.length, 3);
    for (const [at, name] of ["instant", "sealed", "data-stays-home"].entries()) assert.match(claims[at], new RegExp(name));
    assert.ok(project.range.contains(project.children[2].range));
  },

  async "bodies fold"() {
    const { document } = await open("demo.synergy");
    const folds = await vscode.commands.executeCommand("vscode.executeFoldingRangeProvider", document.uri);
    for (const header of ["project demo", "claim instant", "claim sealed", "claim data-stays-home"]) {
      const { line } = place(document, header).start;
      assert.ok(folds.some((fold) => fold.start === line && fold.end > line), header);
    }
  },

  async "the definition of a cell is in the library"() {
    const { document } = await open("demo.synergy");
    const answer = await vscode.commands.executeCommand("vscode.executeDefinitionProvider", document.uri, place(document, CELL).start.translate(0, 3));
    const [{ uri, range }] = locations(answer);
    assert.equal(uri.toString(), "synergy-std:/matrix.synergy");
    const library = await vscode.workspace.openTextDocument(uri);
    assert.equal(library.languageId, "synergy");
    assert.match(library.lineAt(range.start.line).text, /cell performance \+ decentralization/);
    const hovers = await vscode.commands.executeCommand("vscode.executeHoverProvider", uri, range.start);
    assert.ok(hovers.length > 0, "it is read like any other text");
    assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
  },

  async "a definition is found across files, through `use`"() {
    const { document } = await open("relay.synergy");
    const name = "relay-averaging";
    const [{ uri, range }] = await until("the definition", async () => {
      const answer = await vscode.commands.executeCommand("vscode.executeDefinitionProvider", document.uri, place(document, name).start.translate(0, 2));
      return answer.length > 0 && locations(answer);
    });
    assert.equal(uri.toString(), file("house.synergy").toString());
    const house = await vscode.workspace.openTextDocument(uri);
    assert.equal(range.start.line, place(house, `technique ${name}`).start.line);
    assert.deepEqual(findings(document.uri, "unknown-name"), []);
  },

  async "an edit clears the finding, and undoing it brings the finding back"() {
    const editor = await open("demo.synergy");
    const { document } = editor;
    await finding(document.uri, "weak-synergy");
    const cell = place(document, CELL);
    await editor.edit((edit) => edit.replace(new vscode.Range(cell.start, cell.start.translate(0, "performance".length)), "privacy"));
    await until("no finding", () => findings(document.uri, "weak-synergy").length === 0);
    await vscode.commands.executeCommand("undo");
    const diagnostic = await finding(document.uri, "weak-synergy");
    assert.deepEqual(diagnostic.range, place(document, CELL));
  },

  async "characters that are two units long do not shift the range"() {
    const editor = await open("demo.synergy");
    const { document } = editor;
    const cell = place(document, CELL);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "# 🔑🔑🔑\n"));
    await until("the range one line down", () => findings(document.uri, "weak-synergy")[0]?.range.isEqual(new vscode.Range(cell.start.translate(1), cell.end.translate(1))));
    await editor.edit((edit) => edit.replace(place(document, "claim instant:"), 'claim instant "🔑" :'));
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await until("the text as it was", () => !document.isDirty);
    await until("the range as it was", () => findings(document.uri, "weak-synergy")[0]?.range.isEqual(cell));
  },

  async "a file that was never saved is checked too"() {
    const document = await vscode.workspace.openTextDocument({ language: "synergy", content: `project p "P" {\n  claim c: ${CELL} {\n    says "Fast and everywhere."\n  }\n}\n` });
    await vscode.window.showTextDocument(document);
    const diagnostic = await finding(document.uri, "weak-synergy");
    assert.deepEqual(diagnostic.range, place(document, CELL));
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  },

  async "the server's path in the workspace's settings is ignored"() {
    // It is there, and it names a program that can be run …
    const planted = JSON.parse(fs.readFileSync(file(".vscode/settings.json").fsPath, "utf8"))["hypecheck.server.path"];
    fs.accessSync(planted, fs.constants.X_OK);
    // … but the server is the user's, now and after a new start.
    assert.equal((await theServer()).program, HYPECHECK_TEST_SERVER);
    await vscode.commands.executeCommand("hypecheck.restartServer");
    assert.equal((await theServer()).program, HYPECHECK_TEST_SERVER);
    assert.ok(!fs.existsSync(HYPECHECK_TEST_MARK), "the planted program was started");
  },

  async "the restart command starts another process, and findings come back"() {
    const { document } = await open("demo.synergy");
    await finding(document.uri, "weak-synergy");
    const before = await theServer();
    await vscode.commands.executeCommand("hypecheck.restartServer");
    const after = await theServer();
    assert.notEqual(after.pid, before.pid);
    await finding(document.uri, "weak-synergy");
  },

  async "restarts at the same time leave one server"() {
    const { document } = await open("demo.synergy");
    await Promise.all([1, 2, 3].map(() => vscode.commands.executeCommand("hypecheck.restartServer")));
    await theServer();
    await finding(document.uri, "weak-synergy");
  },

  async "a server that is killed is started again by itself"() {
    const { document } = await open("demo.synergy");
    const before = await theServer();
    process.kill(before.pid, "SIGKILL");
    await until("another server", () => servers().some(({ pid }) => pid !== before.pid));
    await theServer();
    await finding(document.uri, "weak-synergy");
  },

  async "a server that hangs is ended by a restart"() {
    const { document } = await open("demo.synergy");
    const before = await theServer();
    process.kill(before.pid, "SIGSTOP");
    await vscode.commands.executeCommand("hypecheck.restartServer");
    const after = await theServer();
    assert.notEqual(after.pid, before.pid);
    await finding(document.uri, "weak-synergy");
  },

  async "a user's path to nothing means no server, and taking it back a server again"() {
    const { document } = await open("demo.synergy");
    await setPath("/nowhere/hypecheck");
    await until("no server", () => servers().length === 0);
    await until("no findings", () => vscode.languages.getDiagnostics(document.uri).length === 0);
    await setPath(HYPECHECK_TEST_SERVER);
    assert.equal((await theServer()).program, HYPECHECK_TEST_SERVER);
    await finding(document.uri, "weak-synergy");
  },

  async "the task checks the whole folder with the program that serves the editor"() {
    await theServer();
    const [task, ...rest] = await until("the task", async () => {
      const tasks = await vscode.tasks.fetchTasks({ type: "hypecheck" });
      return tasks.length > 0 && tasks;
    });
    assert.equal(rest.length, 0);
    assert.equal(task.execution.process, HYPECHECK_TEST_SERVER);
    assert.deepEqual(task.execution.args.slice(0, 3), ["check", "--format", "concise"]);
    assert.equal(task.execution.options.cwd, folder().fsPath);
    assert.deepEqual(task.problemMatchers, ["$hypecheck"]);
  },

  async "a setting counts at once, without a restart"() {
    const { pid } = await theServer();
    const { document } = await open("demo.synergy");
    await finding(document.uri, "weak-synergy");
    const configuration = vscode.workspace.getConfiguration("hypecheck");
    const is = (severity) => () => findings(document.uri, "weak-synergy")[0]?.severity === severity;
    await configuration.update("preset", "strict", vscode.ConfigurationTarget.Global);
    await until("an error", is(vscode.DiagnosticSeverity.Error));
    await configuration.update("preset", undefined, vscode.ConfigurationTarget.Global);
    await until("a warning", is(vscode.DiagnosticSeverity.Warning));
    assert.equal((await theServer()).pid, pid);
  },

  async "findings of texts that are not open are shown while that is set"() {
    const unopened = file("unopened.synergy");
    const claim = `project unopened "Unopened" {\n  claim fast: ${CELL} { says "Fast." }\n}\n`;
    await vscode.workspace.fs.writeFile(unopened, Buffer.from(claim));
    const configuration = vscode.workspace.getConfiguration("hypecheck");
    assert.deepEqual(findings(unopened, "weak-synergy"), []);
    await configuration.update("diagnostics.workspace", true, vscode.ConfigurationTarget.Global);
    await finding(unopened, "weak-synergy");
    await vscode.workspace.fs.writeFile(unopened, Buffer.from(claim.replace("performance", "privacy")));
    await until("the finding to go", () => findings(unopened, "weak-synergy").length === 0);
    await vscode.workspace.fs.writeFile(unopened, Buffer.from(claim));
    await finding(unopened, "weak-synergy");
    await configuration.update("diagnostics.workspace", undefined, vscode.ConfigurationTarget.Global);
    await until("the findings to go", () => vscode.languages.getDiagnostics(unopened).length === 0);
    const { document } = await open("demo.synergy");
    await finding(document.uri, "weak-synergy");
    await vscode.workspace.fs.delete(unopened);
  },

  async "tracing is off until it is asked for, and does not disturb"() {
    const { document } = await open("demo.synergy");
    const configuration = vscode.workspace.getConfiguration("hypecheck");
    assert.equal(configuration.get("trace.server"), "off");
    await configuration.update("trace.server", "verbose", vscode.ConfigurationTarget.Global);
    const hovers = await vscode.commands.executeCommand("vscode.executeHoverProvider", document.uri, place(document, CELL).start);
    assert.ok(hovers.length > 0);
    await configuration.update("trace.server", undefined, vscode.ConfigurationTarget.Global);
  },
};

exports.run = async function run() {
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test();
      say(`ok   ${name}`);
    } catch (error) {
      failed++;
      say(`FAIL ${name}: ${error.stack.replaceAll("\n", "\n     ")}`);
      if (name === "the user's server runs") break; // all that follows would wait in vain
    }
  }
  say("end");
  if (failed > 0) throw new Error(`${failed} failed`);
};

// A real VS Code for the tests: its server and workbench as test/setup-vscode.sh installs them, in headless Chromium.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const extension = fileURLToPath(new URL("..", import.meta.url));
const repository = resolve(extension, "../..");

/** Nothing that moves, asks or looks anything up outside. */
const settings = {
  "chat.disableAIFeatures": true,
  "editor.hover.delay": 100,
  "editor.minimap.enabled": false,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "files.hotExit": "off",
  "git.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/** Installs what is missing, and answers where it is. */
export function setUp() {
  const { status, stdout } = spawnSync("bash", [join(extension, "test/setup-vscode.sh")], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  if (status !== 0) throw new Error("VS Code could not be set up");
  return stdout.trim();
}

/** The server to test: the one in HYPECHECK_SERVER, else the one that was built last. */
export function builtServer() {
  const named = process.env.HYPECHECK_SERVER;
  if (named) return resolve(named);
  const target = process.env.CARGO_TARGET_DIR ?? join(repository, "target");
  const built = ["release", "debug"].map((profile) => join(target, profile, "hypecheck")).filter((path) => existsSync(path));
  if (built.length === 0) throw new Error("There is no hypecheck to test: run `cargo build` first, or name one in HYPECHECK_SERVER.");
  return built.reduce((a, b) => (statSync(a).mtimeMs >= statSync(b).mtimeMs ? a : b));
}

/** Makes a .vsix with the server in it. */
export function packageExtension(server, out) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(extension, "scripts/package.mjs"), "--server", server, "--out", out], { encoding: "utf8" });
  if (status !== 0) throw new Error(`The extension could not be packaged:\n${stdout}${stderr}`);
  return out;
}

/**
 * Starts VS Code with a copy of a folder.
 *
 * - `place`: what `setUp` answered
 * - `folder`: the folder to open a copy of; `files`: more files for it, by name
 * - `machine`: settings of the machine, `user`: of the user
 * - `vsix`: an extension to install
 * - `payload`: for VS Code's own test switches, from a function that makes an address of a path
 */
export async function startVSCode({ place, folder, files = {}, machine = {}, user = {}, vsix, payload, env = {}, logFile, viewport = { width: 1280, height: 800 }, scale = 1 }) {
  const home = mkdtempSync(join(tmpdir(), "hypecheck-vscode-"));
  const workspace = join(home, "workspace"), data = join(home, "data"), extensions = join(home, "extensions");
  const machineSettings = join(data, "data/Machine/settings.json");
  for (const needed of [extensions, join(data, "data/User"), join(data, "data/Machine")]) mkdirSync(needed, { recursive: true });
  cpSync(folder, workspace, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(workspace, name, ".."), { recursive: true });
    writeFileSync(join(workspace, name), content);
  }
  writeFileSync(join(data, "data/User/settings.json"), JSON.stringify({ ...settings, ...user }));
  writeFileSync(machineSettings, JSON.stringify(machine));

  const node = join(place, "node");
  const environment = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', XDG_CACHE_HOME: join(home, "cache"), ...env };
  delete environment.VSCODE_IPC_HOOK_CLI;
  const args = [join(place, "package/lib/vscode/out/server-main.js"), "--server-data-dir", data, "--extensions-dir", extensions,
    "--accept-server-license-terms", "--disable-telemetry"];

  if (vsix !== undefined) {
    const { stdout, stderr } = spawnSync(node, [...args, "--install-extension", vsix], { env: environment, encoding: "utf8" });
    if (!stdout.includes("successfully installed")) throw new Error(`The extension was not installed:\n${stdout}${stderr}`);
  }

  // In a process group of its own: extension hosts outlive their server otherwise.
  const server = spawn(node, [...args, "--host", "127.0.0.1", "--port", "0", "--without-connection-token", "--disable-workspace-trust",
    // Without it there are no tests in the extension host; with it there are no notifications to be seen.
    ...(payload ? ["--enable-smoke-test-driver"] : [])],
    { env: environment, stdio: ["ignore", "pipe", "pipe"], detached: true });
  const exited = new Promise((done) => server.once("exit", done));
  const log = logFile === undefined ? undefined : createWriteStream(logFile);
  server.stderr.on("data", (chunk) => log?.write(chunk));
  let browser;

  async function stop() {
    await browser?.close().catch(() => undefined);
    for (const signal of ["SIGTERM", "SIGKILL"]) {
      try { process.kill(-server.pid, signal); } catch { /* all gone */ }
      if (signal === "SIGTERM") await Promise.race([exited, sleep(3000)]);
    }
    log?.end();
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  try {
    const port = await new Promise((found, failed) => {
      void exited.then((code) => failed(new Error(`VS Code's server ended with ${code}`)));
      createInterface({ input: server.stdout }).on("line", (line) => {
        log?.write(`${line}\n`);
        const listening = /Extension host agent listening on (\d+)/.exec(line);
        if (listening) found(listening[1]);
      });
    });
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport, deviceScaleFactor: scale });
    page.setDefaultTimeout(30_000);
    const query = new URLSearchParams({ folder: workspace });
    if (payload) query.set("payload", JSON.stringify(payload((path) => `vscode-remote://127.0.0.1:${port}${path}`)));
    return { page, workspace, machineSettings, stop,
      open: () => page.goto(`http://127.0.0.1:${port}/?${query}`),
      /** A window without a folder. */
      openEmpty: () => page.goto(`http://127.0.0.1:${port}/?ew=true`) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A browser that reaches this machine and nothing else. */
export function launchBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
  });
}

export const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** The parts of the workbench that the tests look at and touch. */
export function workbench(page) {
  const editor = page.locator(".editor-instance .monaco-editor").first();
  const files = page.locator(".explorer-folders-view .monaco-list-row");
  const palette = page.locator(".quick-input-widget input.input:visible");
  return {
    editor,
    files,
    line: (text) => editor.locator(".view-line", { hasText: text }).first(),
    squiggle: (kind) => editor.locator(`.squiggly-${kind}`),
    problems: page.locator(".markers-panel-container .monaco-list-row"),
    language: page.locator("#status\\.editor\\.mode"),
    status: page.locator("#hypecheck\\.hypecheck\\.hypecheck\\.server"),
    notification: page.locator(".notification-toast"),

    /** Opens a file from the explorer. The first time takes as long as VS Code takes to start. */
    async openFile(name) {
      const row = files.filter({ hasText: name });
      await row.waitFor({ timeout: 90_000 });
      await row.dblclick();
      await page.locator(".tab.active", { hasText: name }).waitFor();
    },

    /** Runs a command from the palette, as a person would: once more where a panel that just came took the focus. */
    async command(title) {
      const row = page.locator(".quick-input-list .monaco-list-row").filter({ hasText: title }).first();
      for (let again = 2; ; again--) {
        try {
          await page.keyboard.press("F1");
          await palette.waitFor({ timeout: 5000 });
          await palette.fill(`>${title}`, { timeout: 5000 });
          await row.click({ timeout: 10_000 });
          return;
        } catch (error) {
          if (again === 0) throw error;
          await page.keyboard.press("Escape");
        }
      }
    },

    /** Puts the cursor at a line and column, counted from 1. */
    async goTo(line, column) {
      await editor.locator(".view-lines").click();
      await page.keyboard.press("Control+G");
      await palette.waitFor();
      await palette.fill(`:${line}:${column}`);
      await page.keyboard.press("Enter");
      await palette.waitFor({ state: "detached" }).catch(() => undefined);
    },

    /** Rests the mouse on something until a hover with a text in it shows. */
    async hoverOver(target, text) {
      await page.mouse.move(5, 5);
      const box = await target.boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
      const hover = page.locator(".monaco-hover:visible", { hasText: text });
      await hover.waitFor();
      return hover;
    },
  };
}

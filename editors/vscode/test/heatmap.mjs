// The heat map in a real VS Code: the panel beside the text, as a person sees and uses it.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runSteps } from "./steps.mjs";
import { extension, packageExtension, startVSCode, workbench } from "./vscode.mjs";

/** Answers how many steps passed and failed. */
export async function runHeatMap({ place, server, out }) {
  const vsix = packageExtension(server, join(out, "hypecheck.vsix"));
  const vscode = await startVSCode({ place, vsix, folder: join(extension, "test/workspace"), logFile: join(out, "map-server.log"), viewport: { width: 1500, height: 900 } });
  const { page } = vscode;
  const { line, status, openFile, command, editor } = workbench(page);
  const map = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  const dot = (claim) => map.locator(`.dot[data-claim="${claim}"]`);
  const running = status.filter({ hasText: /^\s*hypecheck( \d+ · \d+ · \d+)?\s*$/ });
  const tab = (name) => page.locator(".tab", { hasText: name });
  const complaints = [];
  page.on("console", (message) => { if (/Refused to|violates the following Content Security/.test(message.text())) complaints.push(message.text()); });

  /** Waits until the cursor of the editor is at a line. */
  const cursorIn = (number) => page.locator("#status\\.editor\\.selection", { hasText: `Ln ${number},` }).waitFor();

  /** Puts the cursor at a line and column. The lines reach below the panel, so that their middle is no place to click. */
  async function goTo(line, column) {
    await editor.locator(".view-line").first().click({ position: { x: 4, y: 6 } });
    await page.keyboard.press("Control+G");
    const palette = page.locator(".quick-input-widget input.input:visible");
    await palette.waitFor();
    await palette.fill(`:${line}:${column}`);
    await page.keyboard.press("Enter");
    await cursorIn(line);
  }

  const steps = {
    async "opens a file"() {
      await openFile("demo.synergy");
      await running.waitFor();
    },

    async "the command opens the matrix beside the text, and the cursor stays in the text"() {
      await goTo(1, 1);
      await command("Hypecheck: Show Matrix");
      await map.locator("svg.matrix").waitFor();
      assert.equal(await map.locator(".cell").count(), 9);
      assert.equal(await map.locator(".dot").count(), 3);
      await tab("Matrix: demo.synergy").waitFor();
      await line("claim instant").waitFor();
      assert.equal(await map.locator("h1").innerText(), "Demo");
    },

    async "the page has the colours of the theme"() {
      const colours = await map.locator("body").evaluate((body) => [getComputedStyle(body).backgroundColor, getComputedStyle(body).getPropertyValue("--vscode-editor-background")]);
      const [, red, green, blue] = /^#(..)(..)(..)/.exec(colours[1].trim()).map((part) => parseInt(part, 16));
      assert.equal(colours[0], `rgb(${red}, ${green}, ${blue})`);
    },

    async "the dot of the claim that the cursor is in glows"() {
      await goTo(6, 10);
      await map.locator('.dot.here[data-claim="#demo/instant"]').waitFor();
      await goTo(14, 10);
      await map.locator('.dot.here[data-claim="#demo/data-stays-home"]').waitFor();
      assert.equal(await map.locator(".dot.here").count(), 1);
    },

    async "a click on a dot puts the cursor into its claim"() {
      await dot("#demo/instant").click();
      await cursorIn(5);
      await map.locator('.dot.here[data-claim="#demo/instant"]').waitFor();
      assert.equal(await page.locator(".editor-group-container").count(), 2, "in the editor that the file is in");
      // The focus follows the cursor a moment later.
      await page.locator(".monaco-editor.focused").first().waitFor({ state: "attached" });
      await page.keyboard.press("ArrowDown");
      await cursorIn(6);
    },

    async "with the keyboard too, from the table"() {
      await map.getByRole("button", { name: "sealed", exact: true }).focus();
      await page.keyboard.press("Enter");
      await cursorIn(9);
    },

    async "an edit moves the dot"() {
      await goTo(5, 20);
      await page.keyboard.press("Control+Delete");
      await page.keyboard.press("Control+Backspace");
      await page.keyboard.type("privacy ", { delay: 15 });
      await map.locator('.cell[data-cell="privacy + decentralization"] .dot[data-claim="#demo/instant"]').waitFor();
      for (let times = 0; times < 10 && (await line("instant: performance + decentralization {").count()) === 0; times++) await page.keyboard.press("Control+Z");
      await map.locator('.cell[data-cell="performance + decentralization"] .dot[data-claim="#demo/instant"]').waitFor();
    },

    async "it follows the file that is looked at"() {
      await openFile("relay.synergy");
      await tab("Matrix: relay.synergy").waitFor();
      await dot("#relay/averaged").waitFor();
      await openFile("demo.synergy");
      await dot("#demo/instant").waitFor();
    },

    async "hidden and shown again it is what it was, and up to date"() {
      await map.locator("table.claims").scrollIntoViewIfNeeded();
      await tab("Matrix: demo.synergy").click();
      await command("File: New Untitled Text File");
      await map.locator("svg.matrix").waitFor({ state: "detached" });
      await tab("Matrix: demo.synergy").click();
      await dot("#demo/instant").waitFor();
      await tab("Untitled").first().click();
      await command("View: Revert and Close Editor");
      await page.locator('.tab[data-resource-name="demo.synergy"]').click();
    },

    async "the editor's title has a button for it"() {
      await tab("Matrix: demo.synergy").click();
      await command("View: Close Editor");
      await map.locator("svg.matrix").waitFor({ state: "detached" });
      await page.locator(".editor-actions .action-label[aria-label^='Show Matrix']").first().click();
      await dot("#demo/instant").waitFor();
    },

    async "in a light theme"() {
      await theme("Light Modern");
      await map.locator("body.vscode-light").waitFor();
      await readable();
    },

    async "in high contrast"() {
      await theme("Dark High Contrast");
      await map.locator("body.vscode-high-contrast").waitFor();
      await readable();
      assert.equal(await map.locator(".cell.weak .tint").evaluate((tint) => getComputedStyle(tint).fillOpacity), "0");
    },

    async "in light high contrast"() {
      await theme("Light High Contrast");
      await map.locator("body.vscode-high-contrast-light").waitFor();
      await readable();
      await theme("Dark Modern");
      await map.locator("body.vscode-dark").waitFor();
    },

    async "without a server it says so, and with one again it is up to date"() {
      writeFileSync(vscode.machineSettings, JSON.stringify({ "hypecheck.server.path": "/nowhere/hypecheck" }));
      await map.locator("#state", { hasText: "The hypecheck server is off, and nothing here is up to date." }).waitFor();
      writeFileSync(vscode.machineSettings, "{}");
      await running.waitFor();
      await map.locator("#state").waitFor({ state: "hidden" });
      await goTo(6, 10);
      await map.locator('.dot.here[data-claim="#demo/instant"]').waitFor();
    },

    async "after the window was loaded anew it is there again"() {
      await page.reload();
      await dot("#demo/instant").waitFor({ timeout: 90_000 });
      await tab("Matrix: demo.synergy").waitFor();
    },

    async "the policy had nothing to refuse, and forbids what is not ours"() {
      assert.deepEqual(complaints.filter((text) => /heat-map/.test(text)), []);
      const policy = await map.locator('meta[http-equiv="Content-Security-Policy"]').first().getAttribute("content");
      assert.match(policy, /^default-src 'none'; script-src 'nonce-[0-9a-f]{32}'; style-src \S+/);
      const ran = await map.locator("body").evaluate((body) => {
        body.insertAdjacentHTML("beforeend", "<img src=x onerror='globalThis.hacked = 1'>");
        const script = document.createElement("script");
        script.textContent = "globalThis.hacked = 2";
        body.append(script);
        return globalThis.hacked;
      });
      assert.equal(ran, undefined);
    },

    async "the page in the package is the one that the server has"() {
      for (const name of ["heat-map.html", "heat-map.css", "heat-map.js"]) {
        assert.ok(readFileSync(join(extension, "dist/page", name)).equals(readFileSync(join(extension, "../../src/server/page", name))), name);
      }
    },
  };

  /** Chooses a colour theme, as a person would. */
  async function theme(name) {
    await command("Preferences: Color Theme");
    await page.locator(".quick-input-widget", { hasText: "Select Color Theme" }).or(page.locator(".quick-input-widget input[placeholder*='Color Theme']")).first().waitFor();
    await page.keyboard.type(name);
    await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: name }).waitFor();
    await page.keyboard.press("Enter");
  }

  /** Texts have a contrast of at least 4.5 to what they stand on, shapes one of 3. */
  async function readable() {
    const low = await map.locator("body").evaluate((body) => {
      const luminance = (colour) => {
        const [red, green, blue] = colour.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const contrast = (a, b) => {
        const [dark, light] = [luminance(a) + 0.05, luminance(b) + 0.05].sort((a, b) => a - b);
        return light / dark;
      };
      const paper = getComputedStyle(body).backgroundColor;
      const low = [];
      const look = (selector, property, least) => {
        for (const each of body.querySelectorAll(selector)) {
          const found = contrast(getComputedStyle(each)[property], paper);
          if (found < least) low.push(`${selector}: ${found.toFixed(2)}`);
        }
      };
      for (const text of ["h1", ".says", ".reason", ".way", ".legend", ".standings th"]) look(text, "color", 4.5);
      for (const text of [".dot .name", ".cell .strength", ".cell .whose", "text.axis"]) look(text, "fill", 4.5);
      for (const shape of [".dot:not(.hollow) .shape"]) look(shape, "fill", 3);
      return low;
    });
    assert.deepEqual(low, []);
  }

  try {
    await vscode.open();
    return await runSteps({ page, steps, out, prefix: "map", essential: 2 });
  } finally {
    await vscode.stop();
  }
}

// Drives a real VS Code, with the packaged extension in it, as a person would, and looks at what it shows.
// A picture of every step is left in out/editor.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { runSteps } from "./steps.mjs";
import { extension, packageExtension, sleep, startVSCode, workbench } from "./vscode.mjs";

const CELL = "performance + decentralization";

/** Answers how many steps passed and failed. */
export async function runEndToEnd({ place, server, out }) {
  const vsix = packageExtension(server, join(out, "hypecheck.vsix"));
  const vscode = await startVSCode({ place, vsix, folder: join(extension, "test/workspace"), logFile: join(out, "e2e-server.log") });
  const { page } = vscode;
  const { editor, line, squiggle, problems, language, status, notification, openFile, command, goTo, hoverOver } = workbench(page);
  const weak = problems.filter({ hasText: "weak-synergy" });
  const type = (text) => page.keyboard.type(text, { delay: 15 });
  const running = status.filter({ hasText: /^\s*hypecheck( \d+ · \d+ · \d+)?\s*$/ });

  const steps = {
    async "opens a file"() {
      await openFile("demo.synergy");
      await line(CELL).waitFor();
      assert.match(await language.innerText(), /Synergy/);
    },

    async "the bundled server runs, and the status bar says so"() {
      await running.waitFor();
      const hover = await hoverOver(status, "is running:");
      assert.match(await hover.innerText(), /is running: .*came with the extension/);
      await page.mouse.move(5, 5);
    },

    async "the status bar counts the claims by strength, and says it in words"() {
      await status.filter({ hasText: "hypecheck 1 · 1 · 1" }).waitFor();
      assert.match(await status.locator("a").getAttribute("aria-label"), /1 strong, 1 moderate, 1 weak; 0 works, 1 promising, 2 speculative/);
    },

    async "the words of the cell are underlined, and nothing else of the line"() {
      await squiggle("warning").first().waitFor();
      const words = await boxOf(page, CELL);
      const boxes = await Promise.all((await squiggle("warning").all()).map((mark) => mark.boundingBox()));
      const close = (a, b) => Math.abs(a - b) < 2;
      assert.ok(boxes.some((box) => close(box.x, words.x) && close(box.width, words.width) && Math.abs(box.y + box.height / 2 - words.y - words.height / 2) < 10),
        `a mark at ${JSON.stringify(words)} among ${JSON.stringify(boxes)}`);
    },

    async "the colours tell a keyword, a name, a field and a string apart"() {
      const colours = [];
      for (const word of ["claim", "instant", "says", "Real-time"]) colours.push(await colourOf(page, word));
      assert.equal(new Set(colours).size, 4, colours.join(", "));
    },

    async "a hover explains the cell"() {
      const hover = await hoverOver(await wordsOf(page, CELL), "weak-synergy");
      const table = hover.locator("table").first();
      await table.waitFor();
      assert.ok((await table.locator("tr").count()) >= 4, "three rows and their head");
      const text = (await hover.innerText()).replace(/\s+/g, " ");
      for (const expected of [/weak/i, /stated|implied|judgement/i, /scalability/, /verifiability/]) assert.match(text, expected);
    },

    async "the table in the hover shows the cell among the nine"() {
      await page.locator(".monaco-hover:visible table").first().scrollIntoViewIfNeeded();
    },

    async "the Problems view lists the rule and who found it"() {
      await page.keyboard.press("Escape");
      await command("Problems: Focus on Problems View");
      await weak.first().waitFor();
      const text = (await weak.first().textContent()).replace(/\s+/g, " ");
      assert.match(text, /hypecheck/);
      assert.match(text, /performance.*decentralization/);
    },

    async "F12 on the cell opens it in the library"() {
      await goTo(5, 25);
      await page.keyboard.press("F12");
      await page.locator(".tab.active", { hasText: "matrix.synergy" }).waitFor();
      await line(`cell ${CELL}`).waitFor();
      assert.match(await language.innerText(), /Synergy/);
      const position = await page.locator("#status\\.editor\\.selection").innerText();
      const at = Number(/Ln (\d+)/.exec(position)[1]);
      assert.equal(await textOfLine(page, at), `cell ${CELL} {`);
    },

    async "the library cannot be edited by mistake"() {
      await type("x");
      await page.locator(".monaco-editor-overlaymessage", { hasText: "read-only" }).waitFor();
      assert.equal(await page.locator(".tab.active.dirty").count(), 0);
      await page.keyboard.press("Escape");
    },

    async "an edit takes the warning away"() {
      await openFile("demo.synergy");
      await weak.first().waitFor();
      await goTo(5, 20);
      await page.keyboard.press("Control+Delete");
      await page.keyboard.press("Control+Backspace");
      await type("privacy ");
      await line("claim instant: privacy + decentralization {").waitFor();
      await weak.first().waitFor({ state: "detached" });
    },

    async "undoing it brings the warning back"() {
      for (let times = 0; times < 10 && (await line(`claim instant: ${CELL} {`).count()) === 0; times++) await page.keyboard.press("Control+Z");
      await line(`claim instant: ${CELL} {`).waitFor();
      await weak.first().waitFor();
    },

    async "typing: braces and quotes close, bodies are indented"() {
      await command("File: New Untitled Text File");
      await command("Change Language Mode");
      await type("Synergy");
      await page.keyboard.press("Enter");
      await page.locator("#status\\.editor\\.mode", { hasText: "Synergy" }).waitFor();
      await page.locator(".tab.active", { hasText: "Untitled" }).waitFor();
      await editor.locator(".view-lines").click();
      await type('project p "P');
      await page.keyboard.press("End");
      await type(" {");
      await page.keyboard.press("Enter");
      // The editor closes quotes by what it knows of the line, which takes it a moment.
      await page.keyboard.type('about """', { delay: 60 });
      await type("one");
      await page.keyboard.press("Escape");
      await linesAre(page, ['project p "P" {', '  about """one"""', "}"]);
    },

    async "typing: a comment that is broken in two stays one"() {
      await page.keyboard.press("Control+A");
      await type("# one two");
      for (let times = 0; times < 3; times++) await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("Enter");
      await linesAre(page, ["# one ", "# two"]);
      await page.keyboard.press("Control+A");
      await page.keyboard.press("Control+/");
      await linesAre(page, ["one ", "two"]);
      await command("View: Revert and Close Editor");
    },

    async "a path to nothing: a message that names it, and a status that says off"() {
      await openFile("demo.synergy");
      writeFileSync(vscode.machineSettings, JSON.stringify({ "hypecheck.server.path": "/nowhere/hypecheck" }));
      const message = notification.filter({ hasText: "/nowhere/hypecheck" });
      await message.waitFor();
      for (const button of ["Open Setting", "Show Log"]) await message.getByRole("button", { name: button }).waitFor();
      await status.filter({ hasText: "hypecheck: off" }).waitFor();
      await squiggle("warning").first().waitFor({ state: "detached" });
    },

    async "the button opens the setting"() {
      await notification.filter({ hasText: "/nowhere/hypecheck" }).getByRole("button", { name: "Open Setting" }).click();
      await page.locator(".settings-editor .setting-item-contents", { hasText: "Absolute path" }).first().waitFor();
    },

    async "the settings are closed again"() {
      await page.keyboard.press("Escape");
      await page.locator(".settings-editor").waitFor({ state: "detached" });
    },

    async "a program that is no server: a message that names it, and how it ended"() {
      await openFile("demo.synergy");
      writeFileSync(vscode.machineSettings, JSON.stringify({ "hypecheck.server.path": "/bin/false" }));
      await notification.filter({ hasText: /did not start \(ended with code 1\).*\/bin\/false/ }).waitFor();
      await status.filter({ hasText: "hypecheck: off" }).waitFor();
    },

    async "with the setting gone, the bundled server runs again"() {
      writeFileSync(vscode.machineSettings, "{}");
      await running.waitFor();
      await squiggle("warning").first().waitFor();
    },
  };

  try {
    await vscode.open();
    return await runSteps({ page, steps, out, prefix: "e2e", essential: 2 });
  } finally {
    await vscode.stop();
  }
}

/** Where words stand on the screen: the first line of the editor that has them. */
async function boxOf(page, words) {
  const box = await page.evaluate((words) => {
    for (const line of document.querySelectorAll(".editor-instance .monaco-editor .view-line")) {
      const at = line.textContent.replaceAll("\u00a0", " ").indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let from = 0, begun = false;
      for (let node = walker.nextNode(); node; from += node.length, node = walker.nextNode()) {
        if (!begun && at < from + node.length) {
          range.setStart(node, at - from);
          begun = true;
        }
        if (begun && at + words.length <= from + node.length) {
          range.setEnd(node, at + words.length - from);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x, y, width, height };
        }
      }
    }
    return undefined;
  }, words);
  assert.ok(box, `${words} on the screen`);
  return box;
}

/** The words as something that can be hovered over. */
const wordsOf = async (page, words) => {
  const box = await boxOf(page, words);
  return { boundingBox: async () => box };
};

/** The colour in which a word is shown. */
async function colourOf(page, word) {
  return page.evaluate((word) => {
    const span = [...document.querySelectorAll(".editor-instance .monaco-editor .view-line span span")].find((span) => span.textContent.replaceAll("\u00a0", " ").includes(word));
    return span && getComputedStyle(span).color;
  }, word);
}

/** Waits until the editor shows these lines, from top to bottom. */
async function linesAre(page, expected) {
  let shown;
  for (const end = Date.now() + 5000; Date.now() < end; await sleep(50)) {
    shown = await page.evaluate(() =>
      [...document.querySelectorAll(".editor-instance .monaco-editor .view-line")]
        .sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))
        .map((line) => line.textContent.replaceAll("\u00a0", " ")));
    if (isDeepStrictEqual(shown, expected)) return;
  }
  assert.deepEqual(shown, expected);
}

/** The text of a line by its number, less its indentation. */
async function textOfLine(page, number) {
  return page.evaluate((number) => {
    const label = [...document.querySelectorAll(".editor-instance .monaco-editor .line-numbers")].find((label) => label.textContent.trim() === String(number));
    const top = label?.parentElement.style.top;
    const line = [...document.querySelectorAll(".editor-instance .monaco-editor .view-line")].find((line) => line.style.top === top);
    return line?.textContent.replaceAll("\u00a0", " ").trim();
  }, number);
}

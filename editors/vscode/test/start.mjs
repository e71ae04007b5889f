// The first five minutes: the welcome view, the walkthrough with its sample, and a spec of one's own.
import assert from "node:assert/strict";
import { join } from "node:path";
import { runSteps } from "./steps.mjs";
import { extension, packageExtension, sleep, startVSCode, workbench } from "./vscode.mjs";

/** Answers how many steps passed and failed. */
export async function runFirstMinutes({ place, server, out }) {
  const vsix = packageExtension(server, join(out, "hypecheck.vsix"));
  const vscode = await startVSCode({ place, vsix, folder: join(extension, "test/workspace"), logFile: join(out, "start-server.log") });
  const { page } = vscode;
  const { line, squiggle, command, goTo, editor } = workbench(page);
  const type = (text) => page.keyboard.type(text, { delay: 15 });
  const quickInput = page.locator(".quick-input-widget input.input:visible");
  const walkthrough = page.locator(".gettingStartedContainer");
  const step = (title) => walkthrough.locator("button.getting-started-step", { hasText: title });
  const done = (title) => step(title).locator(".getting-started-step-checked, .codicon-getting-started-step-checked");

  async function openWalkthrough() {
    await command("Welcome: Open Walkthrough...");
    await quickInput.fill("Get started with Hypecheck");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "Get started with Hypecheck" }).first().click();
    await step("Open a sample").first().waitFor();
  }

  const steps = {
    async "the walkthrough is there"() {
      await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "demo.synergy" }).waitFor({ timeout: 90_000 });
      await openWalkthrough();
      for (const title of ["Open a sample", "Read what is found", "See the matrix", "Mend the weak claim", "Write your own"]) await step(title).first().waitFor();
    },

    async "its first step opens the sample, and the weak claim is underlined"() {
      await walkthrough.getByRole("button", { name: "Open the Sample" }).first().click();
      await line("claim instant: performance + decentralization {").waitFor();
      await squiggle("warning").first().waitFor();
    },

    async "a mended claim ends the step that asks for it"() {
      await line("Answers from a 70B model").waitFor();
      const last = 'says "Answers from a 70B model within 400 ms from three data centres."';
      await goTo(20, 18);
      await page.keyboard.press("Shift+End");
      await type("performance + scalability {");
      await goTo(21, 5);
      await page.keyboard.press("Shift+End");
      await type(last);
      await line("claim instant: performance + scalability {").waitFor();
      await sleep(500);
      await openWalkthrough();
      await done("Open a sample").first().waitFor();
      await done("Mend the weak claim").first().waitFor();
      assert.equal(await done("Write your own").count(), 0);
    },

    async "a new spec asks for a name and can be filled in"() {
      await command("Hypecheck: New Project Spec");
      await quickInput.waitFor();
      await quickInput.fill("Lantern AI");
      await page.keyboard.press("Enter");
      await line('project lantern-ai "Lantern AI" {').waitFor();
      await type("Answers from machines that people share.");
      await page.keyboard.press("Tab");
      await type("quick");
      await line("claim quick {").waitFor();
      await line('about "Answers from machines that people share."').waitFor();
    },

    async "a title that no name can be made of is refused"() {
      await command("Hypecheck: New Project Spec");
      await quickInput.waitFor();
      await quickInput.fill("???");
      await page.locator(".quick-input-message", { hasText: "at least one letter" }).waitFor();
      await page.keyboard.press("Escape");
    },

    async "a rule is explained on a page of its own"() {
      await command("Hypecheck: Explain…");
      await quickInput.waitFor();
      await quickInput.fill("weak-synergy");
      await page.keyboard.press("Enter");
      const preview = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
      await preview.getByRole("heading", { name: /weak-synergy/ }).first().waitFor();
      // The page takes the focus a moment after it shows.
      await sleep(1000);
    },

    async "what nobody declares is answered with what is near"() {
      await command("Hypecheck: Explain…");
      await quickInput.waitFor();
      await quickInput.fill("weak-sinergy");
      await page.keyboard.press("Enter");
      await page.locator(".notification-toast", { hasText: "weak-synergy" }).waitFor();
    },

    async "debug information names the program, the settings and where they come from"() {
      await command("Hypecheck: Show Debug Information");
      await line("hypecheck: state of the server").waitFor();
      await line("built-in library").waitFor();
      await page.keyboard.press("Control+End");
      await line("VS Code 1.").waitFor();
    },

    async "a window without a folder offers a spec and a sample"() {
      await vscode.openEmpty();
      await page.locator(".activitybar").waitFor({ timeout: 90_000 });
      await command("View: Show Explorer");
      for (const name of ["New Project Spec", "Open a Sample"]) await page.locator(".pane-body").getByRole("button", { name }).waitFor();
      await page.locator(".pane-body").getByRole("button", { name: "Open a Sample" }).click();
      await editor.locator(".view-line", { hasText: "claim instant" }).first().waitFor();
    },
  };
  try {
    await vscode.open();
    return await runSteps({ page, steps, out, prefix: "start", essential: 2 });
  } finally {
    await vscode.stop();
  }
}

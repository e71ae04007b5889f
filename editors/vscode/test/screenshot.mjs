// Draws the pictures of the README: the editor with a warning and the hover that explains it, and the heat map.
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { builtServer, extension, packageExtension, setUp, startVSCode, workbench } from "./vscode.mjs";

const picture = resolve(extension, "../../docs/images/editor.png"), heatMap = resolve(extension, "../../docs/images/heat-map.png");
const place = setUp();
const vsix = packageExtension(builtServer(), join(extension, "out/screenshot/hypecheck.vsix"));
const vscode = await startVSCode({
  place,
  vsix,
  folder: join(extension, "test/screenshot"),
  files: { "tidepool.synergy": readFileSync(resolve(extension, "../../examples/tutorial.synergy")) },
  viewport: { width: 1120, height: 720 },
  scale: 2,
  user: {
    "breadcrumbs.enabled": false,
    "editor.fontSize": 15,
    "editor.hover.above": false,
    "editor.guides.indentation": false,
    "editor.scrollbar.vertical": "hidden",
    "editor.overviewRulerBorder": false,
    "editor.hideCursorInOverviewRuler": true,
    "editor.matchBrackets": "never",
    "editor.renderLineHighlight": "none",
    "window.commandCenter": false,
    "workbench.activityBar.location": "hidden",
    "workbench.layoutControl.enabled": false,
  },
});
try {
  const { page } = vscode;
  const { editor, squiggle, status, openFile, command, hoverOver, goTo } = workbench(page);
  await vscode.open();
  mkdirSync(dirname(picture), { recursive: true });
  await page.setViewportSize({ width: 1440, height: 900 });
  await openFile("tidepool.synergy");
  await status.filter({ hasText: /^\s*hypecheck( \d+ · \d+ · \d+)?\s*$/ }).waitFor();
  await page.keyboard.press("Control+B");
  await page.locator(".explorer-folders-view").waitFor({ state: "hidden" });
  await command("Hypecheck: Show Matrix");
  const map = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  await map.locator("svg.matrix").waitFor();
  await editor.locator(".view-line").first().click({ position: { x: 4, y: 6 } });
  await goTo(41, 1); // in the weak claim
  await map.locator(".dot.here").waitFor();
  // A pixel for each of the page: the picture stays small. A palette makes it smaller still: `pngquant 64`.
  await page.screenshot({ path: heatMap, animations: "disabled", scale: "css" });
  console.log(`Drew ${heatMap}`);

  await command("View: Close All Editors");
  await page.setViewportSize({ width: 1120, height: 720 });
  await page.keyboard.press("Control+B");
  await openFile("demo.synergy");
  await status.filter({ hasText: /^\s*hypecheck( \d+ · \d+ · \d+)?\s*$/ }).waitFor();
  await squiggle("warning").first().waitFor();
  await page.locator(".statusbar-item", { hasText: "Activating" }).waitFor({ state: "hidden" });
  await page.keyboard.press("Control+B");
  await page.locator(".explorer-folders-view").waitFor({ state: "hidden" });
  await goTo(2, 1); // an empty line: nothing is highlighted for standing under the cursor
  await hoverOver(squiggle("warning").first(), "weak-synergy");
  await page.waitForTimeout(500);
  await page.screenshot({ path: picture, animations: "disabled" });
  console.log(`Drew ${picture}`);
} finally {
  await vscode.stop();
}

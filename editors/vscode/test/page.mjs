// Tests of the heat map's page in a real browser, as an editor without a panel of its own opens it. A picture of every
// step is left in out/page.
//
//   npm run test:page
import assert from "node:assert/strict";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startServer } from "./lsp.mjs";
import { contrast } from "./colours.mjs";
import { runSteps } from "./steps.mjs";
import { builtServer, extension, launchBrowser, sleep } from "./vscode.mjs";

const out = join(extension, "out/page");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const SPEC = `project tidepool "Tidepool" {
  claim images-stay-home: privacy + decentralization {
    says     "Forty clinics train one model, and no record leaves its clinic."
    using    federated-learning, secure-aggregation
    evidence paper "https://arxiv.org/abs/1602.05629" 2026-02 "FedAvg"
    metric   accuracy-loss < 2 %
  }
  claim instant: performance + decentralization {
    says "A scan is read at once by the laptops of volunteers."
  }
  claim read {
    says "Every answer ships with a zero-knowledge proof that the right model produced it."
  }
  claim nowhere {
    says "We like it."
  }
}
`;
const INSTANT = "#tidepool/instant";
const HOSTILE = `project evil "</title><script>globalThis.hacked = 1</script><img src=x onerror='globalThis.hacked = 2'>" {
  claim c: performance + decentralization { says "\\"><svg onload='globalThis.hacked = 3'>" }
}
`;

const shown = [];
let answersShow = true;
const server = await startServer(builtServer(), { window: { showDocument: { support: true } } }, {
  "window/showDocument": (params) => {
    shown.push(params);
    return { success: answersShow };
  },
});
let version = 1;
const uri = server.open("/specs/tidepool.synergy", SPEC);
const evil = server.open("/specs/evil.synergy", HOSTILE);
const urlOf = async (...args) => (await server.request("workspace/executeCommand", { command: "hypecheck.matrix", arguments: args })).url;
const edit = (text) => server.change(uri, ++version, text);
const cursor = (line) => server.notify("hypecheck/cursor", { textDocument: { uri }, position: { line, character: 6 } });

const url = await urlOf({ uri });
const browser = await launchBrowser();
const context = await browser.newContext({ viewport: { width: 1240, height: 900 } });
const page = await context.newPage();
page.setDefaultTimeout(20_000);
const complaints = [], asked = [];
page.on("console", (message) => { if (message.type() === "error" || /Content Security/.test(message.text())) complaints.push(message.text()); });
page.on("pageerror", (error) => complaints.push(String(error)));
page.on("request", (request) => asked.push(request.url()));

const dot = (claim) => page.locator(`.dot[data-claim="${claim}"]`);
const row = (claim) => page.locator(`tr[data-claim="${claim}"]`);
const focused = () => page.evaluate(() => document.activeElement?.dataset?.claim ?? document.activeElement?.tagName);
const style = (locator, name) => locator.evaluate((element, name) => getComputedStyle(element)[name], name);
/** Waits until something holds. */
async function until(what, look) {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(30)) if (await look()) return;
  assert.fail(`waited in vain: ${what}`);
}
async function wentTo(line) {
  await until(`going to line ${line}`, () => shown.some(({ external, selection }) => external === false && selection.start.line === line));
  shown.length = 0;
}

async function looksRight() {
  const paper = await style(page.locator("body"), "backgroundColor");
  for (const text of [page.locator("h1"), page.locator(".says").first(), page.locator(".reason").first()]) {
    assert.ok(contrast(await style(text, "color"), paper) >= 4.5, `${await text.innerText()} on ${paper}`);
  }
  for (const name of await page.locator(".dot .name").all()) assert.ok(contrast(await style(name, "fill"), paper) >= 4.5);
  for (const claim of ["#tidepool/images-stay-home", INSTANT]) {
    const fill = await style(dot(claim).locator(".shape"), "fill");
    assert.ok(contrast(fill, await style(dot(claim).locator(".letter"), "fill")) >= 4.5, `the letter of ${claim}`);
    assert.ok(contrast(fill, paper) >= 3, `the shape of ${claim}`);
  }
  const hollow = dot("#tidepool/read");
  assert.ok(contrast(await style(hollow.locator(".shape"), "fill"), await style(hollow.locator(".shape"), "stroke")) >= 3);
}

const steps = {
  async "the page shows the nine cells, each with its strength in words"() {
    await page.goto(url);
    await page.locator("svg.matrix").waitFor();
    assert.equal(await page.locator(".cell").count(), 9);
    assert.equal(await page.getByRole("group", { name: "performance + decentralization, weak: 1 claim" }).count(), 1);
    assert.equal(await page.title(), "tidepool.synergy · Synergy matrix");
  },

  async "each claim is a dot in its cell, hollow where the cell was inferred"() {
    assert.equal(await page.locator(".dot").count(), 3);
    for (const [claim, cell, hollow] of [["#tidepool/images-stay-home", "privacy + decentralization", false], [INSTANT, "performance + decentralization", false], ["#tidepool/read", "verifiability + security", true]]) {
      const at = await dot(claim).locator(".shape").boundingBox(), around = await page.locator(`.cell[data-cell="${cell}"] .tint`).boundingBox();
      assert.ok(at.x > around.x && at.y > around.y && at.x + at.width < around.x + around.width && at.y + at.height < around.y + around.height, claim);
      const [fill, paper] = [await style(dot(claim).locator(".shape"), "fill"), await style(page.locator("body"), "backgroundColor")];
      assert.equal(fill === paper, hollow, claim);
    }
  },

  async "a table beside it says all of it, to those who hear it too"() {
    const table = page.getByRole("table", { name: "Claims" });
    assert.deepEqual(await table.getByRole("columnheader").allInnerTexts(), ["Claim", "Cell", "Verdict", "Why"]);
    assert.equal(await table.getByRole("row").count(), 5);
    const text = (await row("#tidepool/read").innerText()).replace(/\s+/g, " ");
    assert.match(text, /read .*zero-knowledge proof.* verifiability \+ security · strong · inferred P promising/);
    assert.match(await row("#tidepool/nowhere").innerText(), /in no cell/);
    await page.getByRole("button", { name: "instant: speculative; performance + decentralization, weak, declared" }).waitFor();
  },

  async "both triangles say where the project stands"() {
    for (const name of ["Blockchain trilemma", "AI triangle"]) assert.equal(await page.getByRole("img", { name: new RegExp(`^${name}: Tidepool claims `) }).count(), 1);
    const table = page.getByRole("table", { name: /Blockchain trilemma/ });
    assert.deepEqual((await table.innerText()).trim().split(/\n/).slice(1).map((line) => line.trim().split(/\s+/).join(" ")), ["in percent claimed shown", "security 33 33", "scalability 0 0", "decentralization 67 67"]);
  },

  async "what is pointed at is lit in the table and read at the foot of the page"() {
    await dot(INSTANT).hover();
    await page.locator("#reading", { hasText: "A scan is read at once" }).waitFor();
    assert.match(await row(INSTANT).getAttribute("class"), /lit/);
    await page.mouse.move(2, 2);
    await page.locator("#reading").waitFor({ state: "hidden" });
  },

  async "a click on a dot has the editor go to the claim"() {
    shown.length = 0;
    await dot(INSTANT).click();
    await wentTo(7);
  },

  async "a name in the table does the same"() {
    await page.getByRole("button", { name: "read", exact: true }).click();
    await wentTo(10);
  },

  async "with the keyboard: one stop for the dots, arrows between them, Enter goes"() {
    await page.locator("h1").click();
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "#tidepool/images-stay-home");
    assert.notEqual(await style(page.locator(".dot:focus .reach"), "stroke"), "none", "the focus can be seen");
    await page.locator("#reading", { hasText: "Forty clinics" }).waitFor();
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), INSTANT);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowLeft");
    assert.equal(await focused(), "#tidepool/read");
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    assert.equal(await focused(), "#tidepool/images-stay-home");
    await page.keyboard.press("Enter");
    await wentTo(1);
    await page.keyboard.press("Escape");
    await page.locator("#reading").waitFor({ state: "hidden" });
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "go", "the next stop is the table");
  },

  async "the dot of the claim that the cursor is in glows, and the table says so in words"() {
    cursor(8);
    await page.locator(`.dot.here[data-claim="${INSTANT}"]`).waitFor();
    assert.equal(await dot(INSTANT).getAttribute("aria-current"), "true");
    assert.match(await row(INSTANT).innerText(), /instant\s*cursor/);
    cursor(11);
    await page.locator(`.dot.here[data-claim="#tidepool/read"]`).waitFor();
    assert.equal(await page.locator(".dot.here").count(), 1);
  },

  async "an edit is drawn, the focus stays, and what changed is said"() {
    cursor(8);
    await page.locator(`.dot.here[data-claim="${INSTANT}"]`).waitFor();
    await dot(INSTANT).focus();
    edit(SPEC.replace("instant: performance", "instant: privacy"));
    await page.locator('.cell[data-cell="privacy + decentralization"] .dot[data-claim="#tidepool/instant"].promising').waitFor();
    assert.equal(await focused(), INSTANT);
    assert.equal(await page.locator("#news").innerText(), "instant is now promising; it was speculative.");
    assert.match(await dot(INSTANT).getAttribute("class"), /here/);
    await page.keyboard.press("ArrowUp");
    assert.equal(await focused(), "#tidepool/images-stay-home");
    edit(SPEC);
    await page.locator('.cell[data-cell="performance + decentralization"] .dot.speculative').waitFor();
  },

  async "a claim that is written appears, a claim that is deleted goes"() {
    edit(SPEC.replace("  claim nowhere", '  claim pooled: performance + scalability { says "Cards of all owners form one pool." }\n  claim nowhere'));
    await dot("#tidepool/pooled").waitFor();
    edit(SPEC);
    await dot("#tidepool/pooled").waitFor({ state: "detached" });
  },

  async "on dark paper it can be read"() {
    await page.emulateMedia({ colorScheme: "dark" });
    assert.equal(await style(page.locator("body"), "backgroundColor"), "rgb(21, 24, 29)");
    await looksRight();
  },

  async "on light paper it can be read"() {
    await page.emulateMedia({ colorScheme: "light" });
    assert.equal(await style(page.locator("body"), "backgroundColor"), "rgb(253, 253, 251)");
    await looksRight();
  },

  async "with forced colours nothing is lost: shapes, letters, bars and patterns are there"() {
    await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
    await looksRight();
    const shapes = new Set(await Promise.all([dot("#tidepool/images-stay-home"), dot(INSTANT), dot("#tidepool/read")].map((each) => each.locator(".shape").evaluate((shape) => shape.outerHTML.replace(/(fill|stroke)="[^"]*"/g, "")))));
    assert.equal(shapes.size, 3, "a shape for each verdict");
    const bars = async (cell) => page.locator(`.cell.${cell} .bar.empty`).count();
    assert.ok((await bars("weak")) === 2 && (await bars("strong")) === 0);
    const line = await style(page.locator(".cell.weak .line"), "stroke");
    assert.ok(contrast(line, await style(page.locator("body"), "backgroundColor")) >= 3);
  },

  async "with few colours the glow is a ring, and whoever wants no movement gets none"() {
    await page.emulateMedia({ forcedColors: "none", colorScheme: "dark", reducedMotion: "reduce" });
    cursor(8);
    await page.locator(`.dot.here[data-claim="${INSTANT}"]`).waitFor();
    assert.equal(await style(dot(INSTANT).locator(".halo"), "animationName"), "none");
    assert.notEqual(await style(dot(INSTANT).locator(".halo"), "stroke"), "none");
  },

  async "on a narrow page nothing is cut off"() {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: null });
    await page.setViewportSize({ width: 360, height: 800 });
    const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= room, `${wide} in ${room}`);
    assert.equal(await page.getByRole("table", { name: "Claims" }).getByRole("row").count(), 5, "rows are rows for those who hear them");
    await page.screenshot({ path: join(out, "narrow.png"), fullPage: true });
    await page.setViewportSize({ width: 1240, height: 900 });
  },

  async "two pages of one file live beside each other"() {
    const other = await context.newPage();
    await other.goto(url);
    edit(SPEC.replace("instant: performance", "instant: privacy"));
    for (const each of [page, other]) await each.locator('.dot[data-claim="#tidepool/instant"].promising').waitFor();
    edit(SPEC);
    await other.close();
  },

  async "the page of all open specs names the file of each claim"() {
    const all = await context.newPage();
    await all.goto(await urlOf());
    await all.locator("h1", { hasText: "2 projects" }).waitFor();
    await all.locator(`.dot[data-claim="tidepool.synergy${INSTANT}"]`).waitFor();
    await all.locator("summary").first().click();
    edit(`${SPEC}\n`);
    edit(SPEC.replace("instant: performance", "instant: privacy"));
    await all.locator(`.dot[data-claim="tidepool.synergy${INSTANT}"].promising`).waitFor();
    assert.equal(await all.locator("details").first().evaluate((details) => details.open), true, "what was unfolded stays so");
    await all.screenshot({ path: join(out, "all.png"), fullPage: true });
    edit(SPEC);
    await all.close();
  },

  async "a spec that tries to break out stays text"() {
    const hostile = await context.newPage();
    await hostile.goto(await urlOf({ uri: evil }));
    await hostile.locator("h1", { hasText: "</title><script>" }).waitFor();
    await hostile.locator(".says", { hasText: '"><svg onload=' }).waitFor();
    assert.equal(await hostile.evaluate(() => globalThis.hacked), undefined);
    assert.equal(await hostile.locator("#map script, #map img, #map [onload]").count(), 0);
    await hostile.screenshot({ path: join(out, "hostile.png") });
    await hostile.close();
  },

  async "the policy runs no script but ours, and lets the page talk with nobody else"() {
    assert.deepEqual(complaints, []);
    assert.deepEqual(asked.filter((address) => !address.startsWith(url.split("?")[0]) && !address.startsWith("data:")), []);
    const ran = await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "globalThis.hacked = 4";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='globalThis.hacked = 5'>");
      const elsewhere = await fetch(`http://127.0.0.1:1/`).then(() => "reached", (error) => String(error));
      return [globalThis.hacked, elsewhere];
    });
    assert.equal(ran[0], undefined);
    assert.match(ran[1], /TypeError/);
    assert.ok(complaints.some((text) => /Content Security Policy/.test(text)), "the browser says that it refused");
  },

  async "another page of the browser can neither read it nor frame it nor click in it"() {
    const elsewhere = await context.newPage();
    // A page of another origin of this very machine.
    await elsewhere.route("http://127.0.0.1:9/", (route) => route.fulfill({ contentType: "text/html", body: "<iframe></iframe>" }));
    await elsewhere.goto("http://127.0.0.1:9/");
    shown.length = 0;
    const [read, clicked] = await elsewhere.evaluate(async (url) => {
      const at = (name) => url.replace("/?", `/${name}?`);
      document.querySelector("iframe").src = url;
      const read = await fetch(at("events")).then(() => "read", () => "refused");
      const clicked = await fetch(at("claim"), { method: "POST", headers: { "Content-Type": "application/json" }, body: '{"claim":"#tidepool/instant"}' }).then(() => "clicked", () => "refused");
      return [read, clicked];
    }, url);
    assert.deepEqual([read, clicked], ["refused", "refused"]);
    await until("the frame to be refused", async () => {
      const frame = elsewhere.frames()[1];
      return frame !== undefined && (await frame.locator("svg.matrix").count().catch(() => 0)) === 0 && frame.url() !== "about:blank";
    });
    assert.deepEqual(shown, []);
    await elsewhere.close();
  },

  async "an editor that does not go there is told of"() {
    answersShow = false;
    await dot(INSTANT).click();
    await page.locator("#state", { hasText: "Your editor cannot be told to go there." }).waitFor();
    answersShow = true;
    await dot(INSTANT).click();
    await page.locator("#state").waitFor({ state: "hidden" });
  },

  async "when the server is gone the page says that this is the last picture"() {
    await server.kill();
    await page.locator("#state", { hasText: "This is the last picture." }).waitFor();
    await dot(INSTANT).waitFor();
    await dot(INSTANT).click();
    await page.locator("#state", { hasText: "does not answer" }).waitFor();
  },
};

let result = { passed: 0, failed: 1 };
try {
  result = await runSteps({ page, steps, out, prefix: "page", essential: 1 });
} finally {
  await browser.close();
  await server.kill();
}
console.log(`\n${result.passed} passed, ${result.failed} failed`);
process.exit(result.failed === 0 && result.passed > 0 ? 0 : 1);

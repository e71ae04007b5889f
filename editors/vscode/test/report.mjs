// Tests of what the command line draws, in a real browser: reports, pictures, badges, and diagrams by Mermaid itself. A
// picture of every step is left in out/report.
//
//   npm run test:report
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { contrast } from "./colours.mjs";
import { runSteps } from "./steps.mjs";
import { builtServer, extension, launchBrowser } from "./vscode.mjs";

const out = join(extension, "out/report"), specs = join(out, "specs");
rmSync(out, { recursive: true, force: true });
mkdirSync(join(specs, "many"), { recursive: true });

const LONG = "w".repeat(400);
writeFileSync(join(specs, "tidepool.synergy"), `project tidepool "Tidepool" {
  about "Clinics train a model together."
  claim images-stay-home: privacy + decentralization {
    says     "Forty clinics train one model, and no record leaves its clinic."
    using    federated-learning, secure-aggregation
    evidence paper "https://arxiv.org/abs/1602.05629" 2026-02 "FedAvg"
    metric   accuracy-loss < 2 %
  }
  claim instant: performance + decentralization { says "A scan is read at once by the laptops of volunteers." }
  claim read { says "Every answer ships with a zero-knowledge proof that the right model produced it." }
}
`);
writeFileSync(join(specs, "evil.synergy"), `project evil "</title></style><script>globalThis.hacked = 1</script><img src=x onerror='globalThis.hacked = 2'>" {
  about "--></style><style>body{display:none}</style> \u202egnp.exe"
  site  "javascript:globalThis.hacked = 3"
  claim c: performance + decentralization {
    says     "\\"><svg onload='globalThis.hacked = 4'> ${LONG}"
    evidence paper "javascript:globalThis.hacked = 5" 2026 "data:text/html,<script>globalThis.hacked = 6</script>"
    evidence blog  "https://example.org/'onmouseover='globalThis.hacked=7'" 2026
    metric   latency < 50 ms "</code><script>globalThis.hacked = 8</script>"
    caveat   weak-synergy "<iframe src='https://example.org'></iframe> end\\"] --> x"
  }
}
`);
for (let n = 0; n < 1000; n++) {
  writeFileSync(join(specs, "many", `p${n}.synergy`), `project p${n} "Project ${n}" {
  claim fast: performance + decentralization { says "Fast on the laptops of volunteers." }
  claim safe: verifiability + security { says "Anyone checks an answer." }
}
`);
}

/** Runs the program in the folder of the specs. */
function hypecheck(...args) {
  const { status, stdout, stderr } = spawnSync(builtServer(), [...args, "--today", "2026-11-24"], { cwd: specs, encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr);
  return stdout;
}
/** Writes what the program prints to a file, and answers its address. */
function written(name, ...args) {
  writeFileSync(join(out, name), hypecheck(...args));
  return pathToFileURL(join(out, name)).href;
}

const browser = await launchBrowser();
const context = await browser.newContext({ viewport: { width: 1240, height: 900 } });
const page = await context.newPage();
page.setDefaultTimeout(30_000);
const complaints = [], asked = [];
page.on("console", (message) => { if (message.type() === "error" || /Content Security/.test(message.text())) complaints.push(message.text()); });
page.on("pageerror", (error) => complaints.push(String(error)));
page.on("request", (request) => asked.push(request.url()));
const style = (locator, name) => locator.evaluate((element, name) => getComputedStyle(element)[name], name);

/** Shows markup on a page of its own, without the policy of a report. */
async function show(markup) {
  await page.goto("about:blank");
  await page.setContent(markup);
}

async function canBeRead() {
  const paper = await style(page.locator("body"), "backgroundColor");
  const raised = await style(page.locator(".claim").first(), "backgroundColor");
  for (const [selector, on] of [["h1", paper], [".top .quiet", paper], [".claims a", paper], [".reason", paper], [".claims .says", paper], [".claim blockquote", raised], [".claim dt", raised], [".claim .missing", raised], [".level.warning", paper], [".digest", paper]]) {
    const found = contrast(await style(page.locator(selector).first(), "color"), on);
    assert.ok(found >= 4.5, `${selector}: ${found.toFixed(2)}`);
  }
  for (const name of await page.locator(".dot .name").all()) assert.ok(contrast(await style(name, "fill"), paper) >= 4.5, "the name of a dot");
}

async function nothingIsCutOff() {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= room, `${wide} in ${room}`);
}

const steps = {
  async "a report shows the matrix, both triangles, and each claim with its verdict"() {
    await page.goto(written("report.html", "report", "tidepool.synergy"));
    assert.equal(await page.title(), "Tidepool · Synergy report");
    assert.equal(await page.locator(".cell").count(), 9);
    assert.equal(await page.locator("svg.triangle").count(), 2);
    assert.deepEqual(await page.locator(".claim header").allInnerTexts().then((all) => all.map((text) => text.replace(/\s+/g, " ").trim())), ["images-stay-home W works · line 3", "instant S speculative · line 9", "read P promising · line 10"]);
    assert.ok(await page.locator(".claim").first().evaluate((claim) => getComputedStyle(claim).borderLeftWidth) !== "0px", "the style sheet is taken");
  },

  async "it needs nothing but itself, and no browser complains of it"() {
    assert.deepEqual(asked.map((url) => new URL(url).protocol), ["file:"]);
    assert.deepEqual(complaints, []);
    assert.equal(await page.locator("script, link, img, iframe, object, [style]").count(), 0);
  },

  async "a dot and a name in the table lead to what is said of the claim"() {
    await page.locator("svg a", { hasText: "instant" }).first().click();
    assert.equal(await page.locator(".claim:target h4").innerText(), "instant");
    await page.locator("table.claims a", { hasText: "read" }).click();
    assert.equal(await page.locator(".claim:target h4").innerText(), "read");
  },

  async "its tables have headings for those who hear them"() {
    const table = page.getByRole("table", { name: "Claims" });
    assert.deepEqual(await table.getByRole("columnheader").allInnerTexts(), ["Claim", "Cell", "Verdict", "Why"]);
    for (const name of ["What the techniques cost", "Findings", "What this report was made of"]) assert.equal(await page.getByRole("table", { name }).count(), 1, name);
    const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map((element) => element.id));
    assert.equal(new Set(ids).size, ids.length, "no id is there twice");
  },

  async "on light paper it can be read"() { await page.emulateMedia({ colorScheme: "light" }); await canBeRead(); },

  async "on dark paper it can be read"() {
    await page.emulateMedia({ colorScheme: "dark" });
    assert.equal(await style(page.locator("body"), "backgroundColor"), "rgb(21, 24, 29)");
    await canBeRead();
  },

  async "printed it is on white paper, with all that is folded away on a screen"() {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    assert.equal(await style(page.locator("body"), "backgroundColor"), "rgb(255, 255, 255)");
    await canBeRead();
    assert.ok((await page.locator(".claim details ul").first().boundingBox()).height > 10);
    writeFileSync(join(out, "report.pdf"), await page.pdf({ preferCSSPageSize: true }));
    await page.emulateMedia({ media: "screen", colorScheme: "light" });
  },

  async "on a narrow page nothing is cut off"() {
    await page.setViewportSize({ width: 360, height: 800 });
    await nothingIsCutOff();
    await page.setViewportSize({ width: 1240, height: 900 });
  },

  async "without script it is the same"() {
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto(pathToFileURL(join(out, "report.html")).href);
    assert.equal(await plain.locator(".claim").count(), 3);
    await plain.context().close();
  },

  async "a spec that tries to break out stays text"() {
    complaints.length = asked.length = 0;
    await page.goto(written("evil.html", "report", "evil.synergy"));
    assert.match(await page.locator("h1").innerText(), /<\/title><\/style><script>/);
    assert.equal(await page.locator("script, img, iframe, [onload], [onerror], [onmouseover], .claim svg[onload]").count(), 0);
    assert.equal(await page.locator("style").count(), 1);
    assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
    const links = await page.evaluate(() => [...document.querySelectorAll("a")].map((a) => (a.getAttribute("href") ?? "").split(":")[0].replace(/^#.*/, "#")));
    assert.deepEqual([...new Set(links)].sort(), ["#", "https"]);
    assert.ok(!(await page.content()).includes("\u202e"), "nothing turns the direction of what follows");
    assert.deepEqual([complaints, asked.length], [[], 1]);
  },

  async "a word without an end does not widen the page"() {
    for (const width of [1240, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await nothingIsCutOff();
    }
    await page.setViewportSize({ width: 1240, height: 900 });
  },

  async "a board has a row for each project, which leads to it"() {
    await page.goto(written("board.html", "report", "--board", "tidepool.synergy", "evil.synergy"));
    const rows = page.locator("table.board tbody tr");
    assert.deepEqual(await rows.locator("th").allInnerTexts().then((all) => all.map((text) => text.slice(0, 8))), ["Tidepool", "</title>"]);
    await rows.first().locator("a").click();
    assert.equal(await page.locator("article:target h2").innerText(), "Tidepool");
    assert.match((await rows.first().innerText()).replace(/\s+/g, " "), /^Tidepool W works P promising S speculative 3 1 /);
    await page.setViewportSize({ width: 360, height: 800 });
    await nothingIsCutOff();
    await page.setViewportSize({ width: 1240, height: 900 });
  },

  async "a thousand specs are one page that opens"() {
    await page.goto(written("many.html", "report", "many"));
    assert.equal(await page.locator("table.board tbody tr").count(), 1000);
    assert.equal(await page.locator("article").count(), 1000);
    assert.equal(await page.locator("svg.matrix").count(), 1, "of so many there is one picture");
  },

  async "a picture stands for itself in an image, light and dark"() {
    const svg = hypecheck("matrix", "tidepool.synergy", "--svg");
    for (const [scheme, paper] of [["light", "255,255,255"], ["dark", "21,24,29"]]) {
      await page.emulateMedia({ colorScheme: scheme });
      await show(`<img src="data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}">`);
      const pixel = await page.locator("img").evaluate(async (image) => {
        await image.decode();
        const context = Object.assign(document.createElement("canvas"), { width: image.naturalWidth, height: image.naturalHeight }).getContext("2d");
        context.drawImage(image, 0, 0);
        return [...context.getImageData(image.naturalWidth >> 1, 4, 1, 1).data.slice(0, 3)].join();
      });
      assert.equal(pixel, paper, scheme);
      await page.screenshot({ path: join(out, `picture-${scheme}.png`) });
    }
    await page.emulateMedia({ colorScheme: "light" });
  },

  async "no words of a picture leave their place"() {
    await show(hypecheck("matrix", "tidepool.synergy", "--svg"));
    const outside = await page.evaluate(() => {
      const whole = document.querySelector("svg").getBoundingClientRect();
      return [...document.querySelectorAll("text")].filter((text) => { const box = text.getBoundingClientRect(); return box.left < whole.left || box.right > whole.right || box.bottom > whole.bottom; }).map((text) => text.textContent);
    });
    assert.deepEqual(outside, []);
  },

  async "the words of a badge stay in their halves"() {
    await show(hypecheck("badge", "tidepool.synergy"));
    const [rects, texts] = await page.evaluate(() => ["g rect", "text"].map((selector) => [...document.querySelectorAll(selector)].map((element) => { const { left, right } = element.getBoundingClientRect(); return [left, right]; })));
    for (const [index, [left, right]] of texts.entries()) assert.ok(left > rects[index][0] + 3 && right < rects[index][1] - 3, `${left}–${right} in ${rects[index]}`);
  },

  async "Mermaid draws the matrix and the argument, of hostile specs too"() {
    await show("<main></main>");
    await page.addScriptTag({ path: join(extension, "node_modules/mermaid/dist/mermaid.min.js") });
    await page.evaluate(() => globalThis.mermaid.initialize({ startOnLoad: false }));
    const sorts = { matrix: "block", argument: /^flowchart/ };
    for (const [of, sort] of Object.entries(sorts)) for (const spec of ["tidepool.synergy", "evil.synergy"]) {
      const diagram = hypecheck("matrix", spec, `--mermaid=${of}`);
      const { diagramType } = await page.evaluate((diagram) => globalThis.mermaid.parse(diagram), diagram);
      assert.match(diagramType, RegExp(sort), spec);
      const svg = await page.evaluate(async ({ diagram, id }) => {
        const { svg } = await globalThis.mermaid.render(id, diagram);
        document.querySelector("main").innerHTML = svg;
        return document.querySelector("main").innerText;
      }, { diagram, id: `d${of}${spec.length}` });
      for (const shown of of === "matrix" ? ["privacy", "weak"] : spec === "evil.synergy" ? ["speculative", "</title></style><script>"] : ["images-stay-home", "Federated learning", "no evidence"]) assert.ok(svg.includes(shown), `${shown} in ${svg}`);
      assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
      await page.screenshot({ path: join(out, `mermaid-${of}-${spec}.png`) });
    }
  },
};

let result = { passed: 0, failed: 1 };
try {
  result = await runSteps({ page, steps, out, prefix: "report", essential: 1 });
} finally {
  await browser.close();
}
console.log(`\n${result.passed} passed, ${result.failed} failed`);
process.exit(result.failed === 0 && result.passed > 0 ? 0 : 1);

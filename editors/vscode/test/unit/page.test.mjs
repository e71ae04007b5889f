import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fromPage, keptFile, pageFor } from "../../out/page.mjs";

const source = new URL("../../../../src/server/page/", import.meta.url);
const html = readFileSync(new URL("heat-map.html", source), "utf8");
const page = pageFor(html, { source: "https://resources.example", address: (file) => `https://resources.example/${file}` }, "0123456789abcdef");

test("the page of the webview has a policy, and only what it names", () => {
  assert.match(page, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-0123456789abcdef'; style-src https:\/\/resources\.example">/);
  assert.match(page, /<script nonce="0123456789abcdef" defer src="https:\/\/resources\.example\/heat-map\.js">/);
  assert.match(page, /<link nonce="0123456789abcdef" rel="stylesheet" href="https:\/\/resources\.example\/heat-map\.css">/);
  assert.ok(!page.includes("NONCE") && !page.includes("<!--") && !page.includes("data:"), page);
});

test("the policy comes before anything that it is for", () => {
  assert.ok(page.indexOf("Content-Security-Policy") < Math.min(page.indexOf("<script"), page.indexOf("<link")));
});

test("every file of the page is one that the page names, and goes into the package", () => {
  for (const file of readdirSync(source)) if (file !== "heat-map.html") assert.ok(page.includes(`/${file}"`), file);
  assert.ok(readFileSync(new URL("../../.vscodeignore", import.meta.url), "utf8").split("\n").includes("!dist/page/*"));
});

test("what a page may say is to begin and to go to a claim", () => {
  assert.deepEqual(fromPage({ kind: "ready", more: 1 }), { kind: "ready" });
  assert.deepEqual(fromPage({ kind: "go", claim: "#p/c" }), { kind: "go", claim: "#p/c" });
  for (const other of [null, undefined, "go", 7, {}, { kind: "go" }, { kind: "go", claim: 7 }, { kind: "run", command: "x" }, [{ kind: "ready" }]]) assert.equal(fromPage(other), undefined);
});

test("what was kept of a panel is a file or nothing", () => {
  assert.equal(keptFile({ file: "file:///a.synergy", scroll: 12 }), "file:///a.synergy");
  for (const other of [undefined, null, 7, {}, { file: 7 }]) assert.equal(keptFile(other), undefined);
});

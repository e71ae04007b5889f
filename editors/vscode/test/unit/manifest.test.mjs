import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

const at = (path) => new URL(`../../${path}`, import.meta.url);
const manifest = JSON.parse(readFileSync(at("package.json"), "utf8"));
const configuration = JSON.parse(readFileSync(at("language-configuration.json"), "utf8"));

test("a workspace cannot choose the server", () => {
  assert.equal(manifest.contributes.configuration.properties["hypecheck.server.path"].scope, "machine");
});

test("settings stay few: the rest belongs in hypecheck.toml", () => {
  assert.ok(Object.keys(manifest.contributes.configuration.properties).length <= 8);
});

test("the lock file and the types agree with the oldest VS Code that is promised", () => {
  assert.equal(manifest.engines.vscode, `^${manifest.devDependencies["@types/vscode"]}`);
});

test("every file that the manifest names is there", () => {
  const [language] = manifest.contributes.languages;
  for (const path of [manifest.icon, language.configuration, language.icon.light, language.icon.dark, manifest.contributes.grammars[0].path]) {
    assert.ok(existsSync(at(path)), path);
  }
});

test("a word is a whole kebab-case name, a number, or a part of prose", () => {
  const word = new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`);
  const words = (text) => text.match(word);
  assert.deepEqual(words("using low-communication-training, größe_2"), ["using", "low-communication-training", "größe_2"]);
  assert.deepEqual(words("limit a<=10_000 x"), ["limit", "a", "10_000", "x"]);
});

test("a body is indented, a brace in prose or in a comment is none", () => {
  const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;
  const increases = new RegExp(increaseIndentPattern), decreases = new RegExp(decreaseIndentPattern);
  for (const line of ["claim c {", 'project p "P" {', "claim c: a + b { # why {", '  phrase "a { b" infinity {']) assert.ok(increases.test(line), line);
  for (const line of ["claim c { }", '  says "a { b"', "# claim c {", "  using a", "}"]) assert.ok(!increases.test(line), line);
  assert.ok(decreases.test("  }"));
  assert.ok(!decreases.test('  says "}"'));
});

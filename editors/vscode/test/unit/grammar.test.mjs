import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

const require = createRequire(import.meta.url);
const text = (path) => readFileSync(new URL(path, import.meta.url), "utf8");

await oniguruma.loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")).buffer);
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (string) => new oniguruma.OnigString(string),
  }),
  loadGrammar: async () => textmate.parseRawGrammar(text("../../syntaxes/synergy.tmLanguage.json"), "synergy.json"),
});
const grammar = await registry.loadGrammar("source.synergy");

/** The tokens of a text, as [what it says, its innermost scope less ".synergy"]; white space left out. */
function tokens(source) {
  let stack = textmate.INITIAL;
  const found = [];
  for (const line of source.split("\n")) {
    const result = grammar.tokenizeLine(line, stack);
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      const said = line.slice(startIndex, endIndex).trim();
      if (said !== "") found.push([said, scopes.at(-1).replace(/\.synergy$/, "")]);
    }
    stack = result.ruleStack;
  }
  return { found, depth: stack.depth };
}

/** Asserts the scopes of some tokens, in their order. */
function scopes(source, expected) {
  const { found } = tokens(source);
  let from = 0;
  for (const [said, scope] of expected) {
    const at = found.findIndex(([s], i) => i >= from && s === said);
    assert.notEqual(at, -1, `no token ${JSON.stringify(said)} after the ${from}th in\n${JSON.stringify(found)}`);
    assert.equal(found[at][1], scope, `scope of ${JSON.stringify(said)} in\n${source}`);
    from = at + 1;
  }
}

describe("headers", () => {
  test("a project", () =>
    scopes('project demo "Demo" {', [
      ["project", "keyword.declaration.project"],
      ["demo", "entity.name.type.project"],
      ["Demo", "string.quoted.double"],
      ["{", "punctuation.section.block.begin"],
    ]));

  test("a claim with cells", () =>
    scopes("claim instant: performance + decentralization, privacy+security {", [
      ["claim", "keyword.declaration.claim"],
      ["instant", "entity.name.type.claim"],
      [":", "punctuation.separator.cells"],
      ["performance", "variable.other.constant"],
      ["+", "keyword.operator.cell"],
      ["decentralization", "variable.other.constant"],
      [",", "punctuation.separator.comma"],
      ["privacy", "variable.other.constant"],
    ]));

  test("a cell declares no name", () =>
    scopes("cell performance + decentralization {", [
      ["cell", "keyword.declaration.cell"],
      ["performance", "variable.other.constant"],
    ]));

  test("a matrix that extends another", () =>
    scopes('matrix acme "Acme" extends standard {', [
      ["acme", "entity.name.type.matrix"],
      ["extends", "keyword.declaration.extends"],
      ["standard", "entity.other.inherited-class"],
    ]));

  test("use", () => scopes('use "house.synergy" # why', [["use", "keyword.declaration.use"], ["house.synergy", "string.quoted.double"], ["why", "comment.line.number-sign"]]));

  test("a reserved word inside a name declares nothing", () =>
    scopes("claim-count 3", [["claim-count", "support.type.property-name"], ["3", "constant.numeric"]]));
});

describe("fields", () => {
  const claim = (...fields) => ["claim c {", ...fields, "}"].join("\n");

  test("evidence", () =>
    scopes(claim('  evidence paper "https://arxiv.org/abs/2209.01188" 2022-09-02 "about one step a second"'), [
      ["evidence", "support.type.property-name"],
      ["paper", "constant.language"],
      ["https://arxiv.org/abs/2209.01188", "markup.underline.link"],
      ["2022-09-02", "constant.other.date"],
      ["about one step a second", "string.quoted.double"],
    ]));

  test("a metric", () =>
    scopes(claim("  metric latency < 50 ms"), [
      ["metric", "support.type.property-name"],
      ["latency", "variable.parameter.metric"],
      ["<", "keyword.operator.comparison"],
      ["50", "constant.numeric"],
      ["ms", "keyword.other.unit"],
    ]));

  test("numbers and units", () =>
    scopes(claim("  limit a <= 10_000 x by 2030", "  limit b = 2e29 FLOP", "  limit c < 0.5 %", "  limit d > 15 tx/s", "  limit e = 12 by 2030-05"), [
      ["10_000", "constant.numeric"], ["x", "keyword.other.unit"], ["by", "keyword.operator.deadline"], ["2030", "constant.other.date"],
      ["2e29", "constant.numeric"], ["FLOP", "keyword.other.unit"],
      ["0.5", "constant.numeric"], ["%", "keyword.other.unit"],
      ["15", "constant.numeric"], ["tx/s", "keyword.other.unit"],
      ["12", "constant.numeric"], ["by", "keyword.operator.deadline"], ["2030-05", "constant.other.date"],
    ]));

  test("a caveat", () =>
    scopes(claim('  caveat weak-synergy "Only commitments go on chain." until 2027-01-31'), [
      ["weak-synergy", "support.function.rule"],
      ["Only commitments go on chain.", "string.quoted.double"],
      ["until", "keyword.operator.deadline"],
      ["2027-01-31", "constant.other.date"],
    ]));

  test("words that the language knows", () =>
    scopes("project p {\n  status live 2026\n  covers data, training\n  kind paper\n  published 2016\n}", [
      ["live", "constant.language"], ["2026", "constant.other.date"],
      ["data", "constant.language"], [",", "punctuation.separator.comma"], ["training", "constant.language"],
      ["paper", "constant.language"], ["2016", "constant.other.date"],
    ]));

  test("a list goes on after a comma", () =>
    scopes(claim("  using first,  # why", "", "        second,", "        third", "  says \"x\""), [
      ["using", "support.type.property-name"],
      ["first", "variable.other.constant"],
      ["second", "variable.other.constant"],
      ["third", "variable.other.constant"],
      ["says", "support.type.property-name"],
    ]));

  test("a comma left hanging does not swallow the next field, declaration or brace", () => {
    scopes(claim("  using first,", '  says "x"'), [["says", "support.type.property-name"]]);
    scopes("claim c {\n  using first,\n}\nclaim d {", [["}", "punctuation.section.block.end"], ["claim", "keyword.declaration.claim"]]);
    scopes("claim c {\n  using first,\nclaim d {", [["claim", "keyword.declaration.claim"], ["d", "entity.name.type.claim"]]);
  });

  test("one line for all", () =>
    scopes('claim c { says "x" }', [["c", "entity.name.type.claim"], ["says", "support.type.property-name"], ["x", "string.quoted.double"], ["}", "punctuation.section.block.end"]]));

  test("a bare URL", () => scopes("project p {\n  site https://a.example/b#c\n}", [["https://a.example/b#c", "markup.underline.link"]]));

  test("a field that nobody knows is a field all the same", () => scopes(claim("  sayz x"), [["sayz", "support.type.property-name"]]));

  test("names in other scripts", () => scopes("technique größe {\n  serves über-größe\n}", [["größe", "entity.name.type.technique"], ["über-größe", "variable.other.constant"]]));
});

describe("strings", () => {
  test("escapes", () =>
    scopes('project p {\n  about "a \\"b\\" \\u{1F511} \\n c"\n}', [
      ['\\"', "constant.character.escape"], ["\\u{1F511}", "constant.character.escape"], ["\\n", "constant.character.escape"], ["c", "string.quoted.double"],
    ]));

  test("one that is not closed ends with its line", () =>
    scopes('project p {\n  about "never closed\n  site "https://a.example"\n}', [["never closed", "string.quoted.double"], ["site", "support.type.property-name"]]));

  test("a number sign in a string starts no comment", () => scopes('project p {\n  about "the #1 chain" # is it?\n}', [["the #1 chain", "string.quoted.double"], ["is it?", "comment.line.number-sign"]]));

  test("a block string spans lines", () =>
    scopes('claim c {\n  says """\n    One "quoted" line.\n    claim of ours\n  """\n  using x\n}', [
      ['"""', "punctuation.definition.string.begin"], ['One "quoted" line.', "string.quoted.triple"], ["claim of ours", "string.quoted.triple"],
      ['"""', "punctuation.definition.string.end"], ["using", "support.type.property-name"],
    ]));

  test("the header of a declaration ends a block string that was never closed", () =>
    scopes('claim c {\n  says """\n    text\nclaim d: privacy + security {\n  says "x"\n}', [
      ["text", "string.quoted.triple"], ["claim", "keyword.declaration.claim"], ["d", "entity.name.type.claim"], ["says", "support.type.property-name"],
    ]));
});

describe("what there is of Synergy", () => {
  const repository = new URL("../../../../", import.meta.url);
  const files = (folder) => readdirSync(new URL(folder, repository)).filter((name) => name.endsWith(".synergy")).map((name) => [name, readFileSync(new URL(folder + name, repository), "utf8")]);
  const description = readFileSync(new URL("docs/language.md", repository), "utf8");
  const examples = [...description.matchAll(/```synergy\n([\s\S]*?)```/g)].map((match, at) => [`example no. ${at + 1} of the description`, match[1]]);
  const library = files("src/std/");

  test("is found", () => assert.ok(examples.length >= 4 && library.length >= 4));

  for (const [name, source] of [...examples, ...library]) {
    test(`${name} has a scope for every word, and nothing is left open`, () => {
      const { found, depth } = tokens(source);
      assert.equal(depth, 1);
      assert.deepEqual(found.filter(([, scope]) => scope === "source"), []);
    });
  }
});

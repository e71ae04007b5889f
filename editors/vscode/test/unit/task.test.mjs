import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
const [matcher] = manifest.contributes.problemMatchers;
const [pattern] = matcher.pattern;

test("the problem matcher reads a line of the concise format", () => {
  const line = "specs/demo.synergy:17:18: warning[weak-synergy] `performance + decentralization` is weak. Name what mitigates it.";
  const found = new RegExp(pattern.regexp).exec(line);
  assert.deepEqual(
    { file: found[pattern.file], line: found[pattern.line], column: found[pattern.column], severity: found[pattern.severity], code: found[pattern.code], message: found[pattern.message] },
    { file: "specs/demo.synergy", line: "17", column: "18", severity: "warning", code: "weak-synergy", message: "`performance + decentralization` is weak. Name what mitigates it." },
  );
});

test("a path of Windows has a colon of its own", () => {
  const found = new RegExp(pattern.regexp).exec("C:\\specs\\demo.synergy:1:2: hint[inferred-cell] These words.");
  assert.equal(found[pattern.file], "C:\\specs\\demo.synergy");
});

test("the last line, which counts, is no problem", () => {
  assert.equal(new RegExp(pattern.regexp).exec("Checked 3 files with 5 claims: 1 error, 5 warnings. Exit code 1: 1 finding at or above `error`."), null);
});

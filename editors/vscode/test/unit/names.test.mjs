import assert from "node:assert/strict";
import { test } from "node:test";
import { nameOf } from "../../out/names.mjs";

test("a name is made of the letters and digits of a title", () => {
  assert.equal(nameOf("Lantern AI"), "lantern-ai");
  assert.equal(nameOf("  Lantern & Co. (beta) "), "lantern-co-beta");
  assert.equal(nameOf("Éclair"), "eclair");
});

test("a name does not begin with a digit", () => {
  assert.equal(nameOf("0x Mind"), "p-0x-mind");
});

test("a word that opens a declaration is no name", () => {
  assert.equal(nameOf("Matrix"), "matrix-project");
});

test("a title without any letter makes no name", () => {
  assert.equal(nameOf("???"), "");
  assert.equal(nameOf(""), "");
});

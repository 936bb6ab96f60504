// Feedback as paragraphs of pieces, and the filling of fields.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fill } from "../src/messages";
import { pieces } from "../src/text";

test("known fields are filled and other braces stay", () => {
  assert.equal(fill("{hasil} dari {lain} {}", { hasil: "105.000" }), "105.000 dari {lain} {}");
});

test("a value is not filled again, and no name is taken from the prototype", () => {
  assert.equal(fill("{a} {constructor}", { a: "{b}", b: "x" }), "{b} {constructor}");
});

test("backticks make code, stars make emphasis, and the rest is text", () => {
  assert.deepEqual(pieces("Tulis `x = 1`, *bukan* **dua**."), [
    [
      { as: "text", text: "Tulis " },
      { as: "code", text: "x = 1" },
      { as: "text", text: ", " },
      { as: "em", text: "bukan" },
      { as: "text", text: " " },
      { as: "strong", text: "dua" },
      { as: "text", text: "." },
    ],
  ]);
});

test("a star that multiplies is a star", () => {
  assert.deepEqual(pieces("2 * 3 * 4"), [[{ as: "text", text: "2 * 3 * 4" }]]);
});

test("an empty line parts paragraphs and a single one is a space", () => {
  assert.deepEqual(pieces("Satu\ndua.\n\nTiga."), [[{ as: "text", text: "Satu dua." }], [{ as: "text", text: "Tiga." }]]);
});

test("a value can neither open nor close code, and stays what was typed", () => {
  assert.deepEqual(pieces("Anda: {typed} dan `{typed}`", { typed: "`<b>*x*" }), [
    [
      { as: "text", text: "Anda: `<b>*x* dan " },
      { as: "code", text: "`<b>*x*" },
    ],
  ]);
});

// The rules of quiz and scenario where a person can see that they are right; a test in Python compares them with grading.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { QuizRule, Result, ScenarioRule } from "../src/protocol";
import { gradeQuiz, gradeScenario, stepAfter } from "../src/rules";

const keys = ({ status, feedback }: Result): string[] => [status, ...feedback.map(({ key }) => key)];

const quiz = (form: QuizRule["form"], right: string[], items: string[] = []): QuizRule => ({
  form,
  items,
  choices: ["a", "b", "c"],
  right,
});

const story: ScenarioRule = {
  start: "datang",
  steps: {
    datang: { tanya: { to: "rapat", poor: false }, putuskan: { to: "datang", poor: true } },
    rapat: { tunggu: { to: "mandiri", poor: false }, paksa: { to: "bubar", poor: true } },
  },
  endings: { mandiri: "good", bubar: "poor" },
};

test("one: the right choice passes, a wrong one gets its reply", () => {
  assert.deepEqual(keys(gradeQuiz(quiz("one", ["b"]), ["b"])), ["passed", "choice:b"]);
  assert.deepEqual(keys(gradeQuiz(quiz("one", ["b"]), ["a"])), ["failed", "choice:a"]);
  assert.deepEqual(keys(gradeQuiz(quiz("one", ["b"]), [])), ["failed", "nothing_chosen"]);
});

test("several: wrong picks are replied to before missing ones are counted", () => {
  assert.deepEqual(keys(gradeQuiz(quiz("several", ["a", "b"]), ["c", "a"])), ["failed", "choice:c"]);
  const missing = gradeQuiz(quiz("several", ["a", "b"]), ["b"]);
  assert.deepEqual(missing.feedback, [{ key: "choices_missing", at: null, values: { missing: "1" } }]);
});

test("order: the first choice out of place is replied to", () => {
  assert.deepEqual(keys(gradeQuiz(quiz("order", ["a", "b", "c"]), ["a", "c", "b"])), ["failed", "choice:c"]);
  assert.deepEqual(keys(gradeQuiz(quiz("order", ["a", "b", "c"]), ["a", "b", "c"])), ["passed"]);
});

test("matching: items matched wrongly are replied to, then those without a match are counted", () => {
  const rule = quiz("matching", ["x=a", "y=b"], ["x", "y"]);
  assert.deepEqual(keys(gradeQuiz(rule, ["y=a", "x=a"])), ["failed", "item:y"]);
  assert.deepEqual(keys(gradeQuiz(rule, ["x=a"])), ["failed", "items_unmatched"]);
  assert.deepEqual(keys(gradeQuiz(rule, ["y=b", "x=a"])), ["passed"]);
});

test("an unknown choice is an error", () => {
  assert.deepEqual(keys(gradeQuiz(quiz("one", ["b"]), ["z"])), ["error", "unknown_choice"]);
  assert.deepEqual(keys(gradeScenario(story, ["terbang"])), ["error", "unknown_choice"]);
});

test("a story goes on, leads back, and ends", () => {
  assert.deepEqual(keys(gradeScenario(story, [])), ["failed", "scenario_unfinished"]);
  assert.deepEqual(keys(gradeScenario(story, ["putuskan"])), ["failed", "datang:putuskan", "scenario_unfinished"]);
  assert.equal(stepAfter(story, ["putuskan"]), "datang");
  assert.deepEqual(keys(gradeScenario(story, ["tanya", "tunggu"])), ["passed", "rapat:tunggu", "ending:mandiri"]);
  assert.deepEqual(keys(gradeScenario(story, ["tanya", "paksa"])), ["failed", "rapat:paksa", "ending:bubar"]);
  assert.deepEqual(keys(gradeScenario(story, ["tanya", "tunggu", "tanya"])), ["error", "unknown_choice"]);
});

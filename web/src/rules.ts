// The rules of quiz and scenario, the same as in latihan.grading: a test feeds both every combination of choices.

import type { Feedback, QuizRule, Result, ScenarioRule, Status } from "./protocol";

type Picked = readonly string[];

function tell(key: string, at: string | null = null, values: Record<string, string> = {}): Feedback {
  return { key, at, values };
}

function result(status: Status, feedback: Feedback[] = []): Result {
  return { status, feedback, output: "", truncated: false };
}

const replies = (choices: Picked): Feedback[] => choices.map((choice) => tell(`choice:${choice}`, choice));

const pairs = (picked: Picked): Map<string, string> =>
  new Map(picked.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));

/** Compares what was picked with what is right and replies to the choices that matter. */
export function gradeQuiz(rule: QuizRule, picked: Picked): Result {
  const known = new Set(
    rule.items.length ? rule.items.flatMap((i) => rule.choices.map((c) => `${i}=${c}`)) : rule.choices,
  );
  const unknown = picked.find((choice) => !known.has(choice));
  if (unknown !== undefined) return result("error", [tell("unknown_choice", unknown, { choice: unknown })]);
  if (!picked.length) return result("failed", [tell("nothing_chosen")]);
  return FORMS[rule.form](rule, picked);
}

function one(rule: QuizRule, picked: Picked): Result {
  const first = picked[0] ?? "";
  const right = picked.length === 1 && rule.right.includes(first);
  return result(right ? "passed" : "failed", replies([first]));
}

function several(rule: QuizRule, picked: Picked): Result {
  const chosen = rule.choices.filter((choice) => picked.includes(choice));
  const wrong = chosen.filter((choice) => !rule.right.includes(choice));
  if (wrong.length) return result("failed", replies(wrong));
  const missing = rule.right.length - chosen.length;
  if (missing) return result("failed", [tell("choices_missing", null, { missing: String(missing) })]);
  return result("passed", replies(chosen));
}

function order(rule: QuizRule, picked: Picked): Result {
  const wrong = picked.find((choice, place) => place < rule.right.length && choice !== rule.right[place]);
  if (wrong !== undefined) return result("failed", replies([wrong]));
  const missing = rule.right.length - picked.length;
  return missing
    ? result("failed", [tell("choices_missing", null, { missing: String(missing) })])
    : result("passed");
}

function matching(rule: QuizRule, picked: Picked): Result {
  const matched = pairs(picked);
  const right = pairs(rule.right);
  const wrong = rule.items.filter((item) => matched.has(item) && matched.get(item) !== right.get(item));
  if (wrong.length) return result("failed", wrong.map((item) => tell(`item:${item}`, item)));
  const missing = rule.items.length - matched.size;
  return missing
    ? result("failed", [tell("items_unmatched", null, { missing: String(missing) })])
    : result("passed");
}

const FORMS = { one, several, order, matching };

/** The step or ending that a path leads to; null when a choice on it does not exist. */
export function stepAfter(rule: ScenarioRule, path: Picked): string | null {
  let step = rule.start;
  for (const choice of path) {
    const option = step in rule.endings ? undefined : rule.steps[step]?.[choice];
    if (!option) return null;
    step = option.to;
  }
  return step;
}

/** Walks the path of choices from the start and replies to the last one. */
export function gradeScenario(rule: ScenarioRule, path: Picked): Result {
  let step = rule.start;
  let said: Feedback[] = [];
  for (const choice of path) {
    const at = `${step}:${choice}`;
    const option = step in rule.endings ? undefined : rule.steps[step]?.[choice];
    if (!option) return result("error", [tell("unknown_choice", at, { choice })]);
    said = [tell(at, at)];
    step = option.to;
  }
  const ending = rule.endings[step];
  if (!ending) return result("failed", [...said, tell("scenario_unfinished")]);
  return result(ending === "good" ? "passed" : "failed", [...said, tell(`ending:${step}`)]);
}

"""The rule of a quiz, the same as in `web/src/rules.ts`."""

from __future__ import annotations

from latihan.grading.exercise import QuizRule
from latihan.grading.result import Feedback, Result, tell


def grade_quiz(rule: QuizRule, picked: tuple[str, ...]) -> Result:
    """Compares what was picked with what is right and replies to the choices that matter."""
    known = {f"{i}={c}" for i in rule.items for c in rule.choices} if rule.items else set(rule.choices)
    for choice in picked:
        if choice not in known:
            return Result("error", (tell("unknown_choice", at=choice, choice=choice),))
    if not picked:
        return Result("failed", (tell("nothing_chosen"),))
    return _FORMS[rule.form](rule, picked)


def _replies(choices: list[str]) -> tuple[Feedback, ...]:
    return tuple(tell(f"choice:{choice}", at=choice) for choice in choices)


def _one(rule: QuizRule, picked: tuple[str, ...]) -> Result:
    right = len(picked) == 1 and picked[0] in rule.right
    return Result("passed" if right else "failed", _replies([picked[0]]))


def _several(rule: QuizRule, picked: tuple[str, ...]) -> Result:
    chosen = [choice for choice in rule.choices if choice in picked]
    wrong = [choice for choice in chosen if choice not in rule.right]
    if wrong:
        return Result("failed", _replies(wrong))
    missing = len(rule.right) - len(chosen)
    if missing:
        return Result("failed", (tell("choices_missing", missing=missing),))
    return Result("passed", _replies(chosen))


def _order(rule: QuizRule, picked: tuple[str, ...]) -> Result:
    if picked == rule.right:
        return Result("passed")
    first = next((p for p, r in zip(picked, rule.right, strict=False) if p != r), None)
    if first is None:
        return Result("failed", (tell("choices_missing", missing=len(rule.right) - len(picked)),))
    return Result("failed", _replies([first]))


def _matching(rule: QuizRule, picked: tuple[str, ...]) -> Result:
    matched = dict(pair.split("=", 1) for pair in picked)
    right = dict(pair.split("=", 1) for pair in rule.right)
    wrong = [item for item in rule.items if item in matched and matched[item] != right[item]]
    if wrong:
        return Result("failed", tuple(tell(f"item:{item}", at=item) for item in wrong))
    missing = len(rule.items) - len(matched)
    if missing:
        return Result("failed", (tell("items_unmatched", missing=missing),))
    return Result("passed")


_FORMS = {"one": _one, "several": _several, "order": _order, "matching": _matching}

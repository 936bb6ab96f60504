"""The rule of a scenario, the same as in `web/src/rules.ts`."""

from __future__ import annotations

from latihan.grading.exercise import ScenarioRule
from latihan.grading.result import Feedback, Result, tell


def grade_scenario(rule: ScenarioRule, path: tuple[str, ...]) -> Result:
    """Walks the path of choices from the start and replies to the last one."""
    step, last = rule.start, None
    for choice in path:
        if step in rule.endings or choice not in rule.steps[step]:
            return Result("error", (tell("unknown_choice", at=f"{step}:{choice}", choice=choice),))
        last = tell(f"{step}:{choice}", at=f"{step}:{choice}")
        step = rule.steps[step][choice].to
    said: tuple[Feedback, ...] = (last,) if last else ()
    if step not in rule.endings:
        return Result("failed", (*said, tell("scenario_unfinished")))
    return Result("passed" if rule.endings[step] == "good" else "failed", (*said, tell(f"ending:{step}")))


def best_path(rule: ScenarioRule) -> tuple[str, ...] | None:
    """The shortest path to a good ending without a poor choice, or None where there is none."""
    paths: list[tuple[str, tuple[str, ...]]] = [(rule.start, ())]
    seen = {rule.start}
    for step, path in paths:
        if rule.endings.get(step) == "good":
            return path
        for key, option in rule.steps.get(step, {}).items():
            if not option.poor and option.to not in seen:
                seen.add(option.to)
                paths.append((option.to, (*path, key)))
    return None

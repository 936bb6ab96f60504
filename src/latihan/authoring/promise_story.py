"""Promise 2 for a scenario: every step is reached, and a good ending can be reached from every step."""

from __future__ import annotations

from collections.abc import Iterator

from latihan.authoring.fault import Fault, counted
from latihan.authoring.folder import Folder
from latihan.authoring.toml_file import FILE, line_of
from latihan.authoring.trial import Trial
from latihan.grading.exercise import ScenarioRule

MIN_STEPS = 2


def story_leads_on(folder: Folder, _: Trial) -> Iterator[Fault]:
    """2. No step or ending is out of reach, none is a dead end, and poor choices lead back."""
    rule = folder.exercise.rule
    if not isinstance(rule, ScenarioRule):
        return
    source = (folder.path / FILE).read_text(encoding="utf-8")

    def fault(place: str, what: str, expected: str = "", to_do: str = "") -> Fault:
        return Fault(folder.exercise.id, FILE, line_of(source, f"scenario.{place}"), what, expected, to_do)

    if len(rule.steps) < MIN_STEPS:
        yield fault("steps", f"The story has {counted(len(rule.steps), 'step')}", "three to six steps; two at least")
    if "good" not in rule.endings.values():
        yield fault("endings", "No ending is good", 'one or more endings with "good"')
    reached = reachable(rule, rule.start)
    for step in rule.steps:
        if step not in reached:
            yield fault(f"steps.{step}", f"No choice leads to the step `{step}`")
        elif not any(rule.endings.get(place) == "good" for place in reachable(rule, step, poor=False)):
            to_do = "Give it a choice that is not poor and leads on."
            yield fault(f"steps.{step}", f"From the step `{step}` no good ending can be reached", "", to_do)
    for ending in rule.endings:
        if ending not in reached:
            yield fault(f"endings.{ending}", f"No choice leads to the ending `{ending}`")
    for step, options in rule.steps.items():
        for key, option in options.items():
            if option.poor and not _leads_back(rule, step, option.to):
                what = f"The poor choice `{key}` leads on to `{option.to}`"
                yield fault(f"steps.{step}.{key}", what, "the same or an earlier step, or a poor ending")


def reachable(rule: ScenarioRule, start: str, *, poor: bool = True) -> set[str]:
    """Steps and endings that a path from `start` comes to, itself included; without poor choices if `poor` is false."""
    seen, waiting = {start}, [start]
    for place in waiting:
        for option in rule.steps.get(place, {}).values():
            if option.to not in seen and (poor or not option.poor):
                seen.add(option.to)
                waiting.append(option.to)
    return seen


def _leads_back(rule: ScenarioRule, step: str, to: str) -> bool:
    return rule.endings.get(to) == "poor" or (to in rule.steps and step in reachable(rule, to))

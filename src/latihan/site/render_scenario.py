"""The answer and the solution of a scenario."""

from __future__ import annotations

from latihan.authoring.text import Text
from latihan.grading.exercise import Exercise, ScenarioRule
from latihan.grading.scenario import best_path
from latihan.messages import Language, messages
from latihan.site.markup import Html, join, tag, text
from latihan.site.prose import block, inline


def scenario_answer(exercise: Exercise, prose: Text, language: Language) -> Html:
    """Every step with its choices and their consequences, then every ending, from top to bottom."""
    rule, words = _rule(exercise), messages(language)["exercise"]
    # The start comes first whatever the order in the file, so that the story reads from its beginning.
    order = [rule.start, *(step for step in rule.steps if step != rule.start)]
    steps = (_step(rule, step, prose, words) for step in order)
    endings = (
        tag(
            "section",
            {"class": "lx-ending", "data-ending": key, "data-good": rule.endings[key]},
            block(prose.endings[key]),
        )
        for key in rule.endings
    )
    return join((*steps, *endings))


def _step(rule: ScenarioRule, step: str, prose: Text, words: dict[str, str]) -> Html:
    told = prose.steps[step]
    options = (
        tag(
            "div",
            {"class": "lx-option", "data-choice": key, "data-to": option.to},
            tag("p", None, inline(told.choices[key].label)),
            tag("details", None, tag("summary", None, text(words["consequence"])), block(told.choices[key].reply)),
        )
        for key, option in rule.steps[step].items()
    )
    choices = tag("div", {"class": "lx-options"}, *options)
    return tag("section", {"class": "lx-step", "data-step": step}, block(told.text), choices)


def scenario_solution(exercise: Exercise, prose: Text, language: Language) -> Html:
    """A good way through the story, choice by choice."""
    rule = _rule(exercise)
    step, rows = rule.start, []
    for key in best_path(rule) or ():
        rows.append(tag("li", None, inline(prose.steps[step].choices[key].label)))
        step = rule.steps[step][key].to
    return join((tag("p", None, text(messages(language)["exercise"]["good_path"] + ":")), tag("ol", None, *rows)))


def _rule(exercise: Exercise) -> ScenarioRule:
    assert isinstance(exercise.rule, ScenarioRule)
    return exercise.rule

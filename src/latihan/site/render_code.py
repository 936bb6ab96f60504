"""The answer and the solution of a code exercise."""

from __future__ import annotations

from latihan.authoring.text import Text
from latihan.grading.exercise import CodeRule, Exercise
from latihan.messages import Language, messages
from latihan.site.markup import Html, join, tag, text


def code_answer(exercise: Exercise, prose: Text, language: Language) -> Html:
    """The starter in a textarea as tall as its text, and the files that the program may open."""
    rule, words = _rule(exercise), messages(language)["exercise"]
    lines = rule.starter.count("\n") + 1
    area = tag(
        "textarea",
        {
            "data-role": "program",
            "aria-label": words["program"],
            "rows": max(5, lines + 1),
            "spellcheck": "false",
            "autocapitalize": "off",
            "autocorrect": "off",
            "autocomplete": "off",
        },
        # A line feed right after the tag is dropped by the browser, so one is always given.
        text("\n" + rule.starter),
    )
    return join((area, *_files(rule, words)))


def _files(rule: CodeRule, words: dict[str, str]) -> list[Html]:
    if not rule.data:
        return []
    shown = (
        tag("details", None, tag("summary", None, tag("code", None, text(name))), tag("pre", None, text(content)))
        for name, content in rule.data.items()
    )
    title = tag("p", None, text(words["files"]))
    return [tag("div", {"class": "lx-files", "data-search-exclude": True}, title, *shown)]


def code_solution(exercise: Exercise, prose: Text, language: Language) -> Html:
    """The solution as code."""
    return tag("pre", {"class": "lx-program"}, tag("code", None, text(_rule(exercise).solution)))


def _rule(exercise: Exercise) -> CodeRule:
    assert isinstance(exercise.rule, CodeRule)
    return exercise.rule

"""The answer and the solution of a quiz."""

from __future__ import annotations

from latihan.authoring.text import Text
from latihan.grading.exercise import Exercise, QuizRule
from latihan.messages import Language, messages
from latihan.site.markup import Html, join, tag, text
from latihan.site.prose import inline, plain


def quiz_answer(exercise: Exercise, prose: Text, language: Language) -> Html:
    """Choices to tick, a list to order, or items to match."""
    return _FORMS[_rule(exercise).form](exercise, prose, language)


def _ticks(exercise: Exercise, prose: Text, language: Language) -> Html:
    rule = _rule(exercise)
    kind = "radio" if rule.form == "one" else "checkbox"
    name = "ex-" + exercise.id.replace("/", "-")
    legend = tag("legend", {"class": "lx-sr"}, text(messages(language)["exercise"][f"pick_{rule.form}"]))
    choices = (
        tag(
            "label",
            {"class": "lx-choice"},
            tag("input", {"type": kind, "name": name, "value": key}),
            tag("span", None, inline(prose.choices[key].label)),
        )
        for key in rule.choices
    )
    return tag("fieldset", None, legend, *choices)


def _order(exercise: Exercise, prose: Text, language: Language) -> Html:
    rows = (
        tag("li", {"data-choice": key}, tag("span", None, inline(prose.choices[key].label)))
        for key in _rule(exercise).choices
    )
    label = messages(language)["exercise"]["pick_order"]
    return tag("ol", {"data-role": "order", "aria-label": label}, *rows)


def _matching(exercise: Exercise, prose: Text, language: Language) -> Html:
    rule, words = _rule(exercise), messages(language)["exercise"]
    rows = []
    for number, item in enumerate(rule.items):
        label_id = f"ex-{exercise.id.replace('/', '-')}-{number}"
        options = (tag("option", {"value": key}, plain(prose.choices[key].label)) for key in rule.choices)
        empty = tag("option", {"value": ""}, text(words["match_empty"]))
        label = tag("span", {"id": label_id}, inline(prose.items[item].label))
        rows.append(
            tag("li", {"data-item": item}, label, tag("select", {"aria-labelledby": label_id}, empty, *options))
        )
    return tag("ul", {"data-role": "matching", "aria-label": words["pick_match"]}, *rows)


_FORMS = {"one": _ticks, "several": _ticks, "order": _order, "matching": _matching}


def quiz_solution(exercise: Exercise, prose: Text, language: Language) -> Html:
    """The right choices in words."""
    rule = _rule(exercise)
    if rule.form == "matching":
        pairs = (pair.split("=", 1) for pair in rule.right)
        rows = [join((inline(prose.items[i].label), text(": "), inline(prose.choices[c].label))) for i, c in pairs]
    else:
        rows = [inline(prose.choices[key].label) for key in rule.right]
    listed = tag("ol" if rule.form == "order" else "ul", None, *(tag("li", None, row) for row in rows))
    return join((tag("p", None, text(messages(language)["exercise"]["right_answer"] + ":")), listed))


def _rule(exercise: Exercise) -> QuizRule:
    assert isinstance(exercise.rule, QuizRule)
    return exercise.rule

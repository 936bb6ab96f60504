"""The answer and the solution of a table exercise."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from latihan.authoring.text import Text
from latihan.grading.exercise import Column, Exercise, TableRule
from latihan.messages import Language, fill, messages
from latihan.site.fixture_table import heading, shape_class
from latihan.site.formats import Shape, shape, show
from latihan.site.markup import Attributes, Html, join, tag, text

_INPUTMODE = {"amount": "numeric", "count": "numeric", "decimal": "decimal"}


Cell = Callable[[int, Column, str, Shape], Html]


def table_answer(exercise: Exercise, prose: Text, language: Language) -> Html:
    """The table with an input or a choice in every cell to fill."""
    rule = _rule(exercise)

    def cell(number: int, column: Column, value: str, as_shape: Shape) -> Html:
        attributes: Attributes = {"data-row": number, "data-column": column.key, "class": shape_class(as_shape)}
        if value != "?":
            return tag("td", attributes, text(prose.words.get(value, show(value, as_shape, language))))
        attributes["class"] = " ".join(filter(None, ("lx-ask", shape_class(as_shape))))
        return tag("td", attributes, _field(number, column, prose, language))

    return _table(rule, rule.starter, prose, cell_html=cell)


def _field(number: int, column: Column, prose: Text, language: Language) -> Html:
    words = messages(language)["exercise"]
    title = prose.columns.get(column.key, column.key)
    label = fill(words["cell"], {"column": title, "row": str(number)})
    if column.type == "word":
        options = (tag("option", {"value": word}, text(prose.words.get(word, word))) for word in column.words)
        empty = tag("option", {"value": ""}, text(words["pick_word"]))
        return tag("select", {"aria-label": label}, empty, *options)
    return tag(
        "input",
        {
            "type": "text",
            "inputmode": _INPUTMODE.get(column.type),
            "aria-label": label,
            "autocomplete": "off",
            "autocapitalize": "off",
            "spellcheck": "false",
        },
    )


def table_solution(exercise: Exercise, prose: Text, language: Language) -> Html:
    """The filled table, the cells that were asked for marked."""
    rule = _rule(exercise)

    def cell(number: int, column: Column, value: str, as_shape: Shape) -> Html:
        asked = rule.starter[number - 1][rule.columns.index(column)] == "?"
        shown = prose.words.get(value, show(value, as_shape, language))
        classes = " ".join(filter(None, ("lx-given" if asked else None, shape_class(as_shape))))
        return tag("td", {"class": classes or None}, text(shown))

    return _table(rule, rule.solution, prose, cell_html=cell)


def _table(rule: TableRule, rows: Sequence[Sequence[str]], prose: Text, cell_html: Cell) -> Html:
    shapes = [_shape(rule, index, column) for index, column in enumerate(rule.columns)]
    head = tag("tr", None, *(heading(c.key, s, prose.columns) for c, s in zip(rule.columns, shapes, strict=True)))
    body = join(
        tag("tr", None, *(cell_html(n, c, v, s) for c, v, s in zip(rule.columns, row, shapes, strict=True)))
        for n, row in enumerate(rows, start=1)
    )
    table = tag("table", {"class": "lx-ledger"}, tag("thead", None, head), tag("tbody", None, body))
    return tag("div", {"class": "lx-scroll"}, table)


def _shape(rule: TableRule, index: int, column: Column) -> Shape:
    if column.type in ("amount", "count"):
        return "number"
    return shape(column.key, [row[index] for row in rule.solution])


def _rule(exercise: Exercise) -> TableRule:
    assert isinstance(exercise.rule, TableRule)
    return exercise.rule

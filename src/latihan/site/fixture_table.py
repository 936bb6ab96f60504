"""Draws rows of a fixture as a ledger."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from latihan.authoring.fault import nearest
from latihan.messages import Language, messages
from latihan.site.faults import PageError
from latihan.site.formats import Shape, shape, show
from latihan.site.markup import Html, join, tag, text

_EXPECTED = "Expected `NAME.csv`, then `rows=1-6` and `columns=a,b` if not all are wanted."


@dataclass(frozen=True, slots=True)
class Request:
    """What a mark asks for; rows count from 1 below the heading, None stands for all."""

    name: str
    rows: tuple[int, ...] | None
    columns: tuple[str, ...] | None


def read_request(argument: str) -> Request:
    """The argument of a table mark, as `cash-book-2025.csv rows=1-3,7 columns=tanggal,saldo`."""
    name, *options = argument.split()
    rows: tuple[int, ...] | None = None
    columns: tuple[str, ...] | None = None
    for option in options:
        key, _, value = option.partition("=")
        if key == "rows" and re.fullmatch(r"\d+(-\d+)?(,\d+(-\d+)?)*", value):
            rows = tuple(number for part in value.split(",") for number in _span(part))
        elif key == "columns" and value:
            columns = tuple(value.split(","))
        else:
            raise PageError(f"`{option}` is not understood. {_EXPECTED}")
    return Request(name, rows, columns)


def _span(part: str) -> range:
    first, _, last = part.partition("-")
    return range(int(first), int(last or first) + 1)


def table_html(argument: str, fixtures: Path, language: Language) -> Html:
    """The rows asked for, headings and cells in the language; raises `PageError` naming what is unknown."""
    if not argument:
        raise PageError(f"The mark names no fixture. {_EXPECTED}")
    request = read_request(argument)
    path = fixtures / request.name
    if not path.is_file():
        known = (file.name for file in fixtures.glob("*.csv"))
        raise PageError(f"There is no fixture `{request.name}`. {nearest(request.name, known)}")
    with path.open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    columns = request.columns or tuple(heading)
    for column in columns:
        if column not in heading:
            raise PageError(f"`{request.name}` has no column `{column}`. {nearest(column, heading)}")
    numbers = request.rows or tuple(range(1, len(rows) + 1))
    beyond = [number for number in numbers if not 1 <= number <= len(rows)]
    if beyond:
        raise PageError(f"`{request.name}` has {len(rows)} rows; there is no row {beyond[0]}.")
    shapes = {column: shape(column, [row[heading.index(column)] for row in rows]) for column in columns}
    chosen = [[rows[number - 1][heading.index(column)] for column in columns] for number in numbers]
    return _draw(columns, shapes, chosen, language)


def _draw(columns: tuple[str, ...], shapes: dict[str, Shape], rows: list[list[str]], language: Language) -> Html:
    words = messages(language)
    # In a cash book nobody writes 0: an amount stands on one side and the other stays empty.
    blank = frozenset({"masuk", "keluar"})

    def cell(column: str, value: str) -> Html:
        named = words["cells"].get(f"{column}.{value}", words["cells"].get(value))
        shown = show(value, shapes[column], language) if named is None else named
        empty = column in blank and value == "0"
        return tag("td", {"class": shape_class(shapes[column])}, "" if empty else text(shown))

    head = tag("tr", None, *(heading(column, shapes[column], words["columns"]) for column in columns))
    body = join(tag("tr", None, *(cell(c, v) for c, v in zip(columns, row, strict=True))) for row in rows)
    table = tag("table", {"class": "lx-ledger"}, tag("thead", None, head), tag("tbody", None, body))
    return tag("div", {"class": "lx-scroll", "tabindex": "0", "role": "group"}, table)


def heading(column: str, as_shape: Shape, words: Mapping[str, str]) -> Html:
    """A column's heading; a key without a word is shown as it stands."""
    return tag("th", {"scope": "col", "class": shape_class(as_shape)}, text(words.get(column, column)))


def shape_class(as_shape: Shape) -> str | None:
    """Numbers stand to the right, dates stay on one line."""
    return {"number": "lx-number", "decimal": "lx-number", "date": "lx-date"}.get(as_shape)

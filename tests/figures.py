"""Names that a page's `figures` may use, and what an amount typed in prose looks like."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from latihan.domain.cash_book import CashBook, CashLine, read_cash_book, running_balance, total_in, total_out
from latihan.domain.members import Member, read_members, registered_on, total_area
from latihan.domain.rupiah import Language, format_number

FIXTURES = Path(__file__).parent.parent / "exercises" / "fixtures"

_GROUPED: Mapping[Language, str] = {"id": r"\d{1,3}(?:\.\d{3})+", "en": r"\d{1,3}(?:,\d{3})+"}
_FOREIGN: Mapping[Language, str] = {"id": r"\d{1,3}(?:,\d{3}){2,}", "en": r"\d{1,3}(?:\.\d{3})+"}
_BARE = r"\d{5,}"


def balance(file: str, row: int) -> int:
    """The running balance after data row `row`, computed anew from the opening balance."""
    book = _book(file)
    return running_balance(book.opening, book.lines)[row - 1]


def cash_in(file: str, rows: str) -> int:
    """Money in over data rows, as `"2-6"` or `"2,5-7"`."""
    return total_in(_lines(file, rows))


def cash_out(file: str, rows: str) -> int:
    """Money out over data rows, as `"2-6"` or `"2,5-7"`."""
    return total_out(_lines(file, rows))


def cell(file: str, row: int, column: str) -> int | Decimal | str:
    """The cell as recorded in the fixture: a whole number, a decimal or text."""
    text = _table(file)[row - 1][column]
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    return Decimal(text) if re.fullmatch(r"-?\d+\.\d+", text) else text


def members_on(day: str) -> int:
    """How many members are registered on an ISO date."""
    return len(registered_on(_members(), date.fromisoformat(day)))


def area_on(day: str) -> Decimal:
    """Hectares of the members registered on an ISO date."""
    return total_area(registered_on(_members(), date.fromisoformat(day)))


NAMES: Mapping[str, Callable[..., Any]] = {
    function.__name__: function for function in (balance, cash_in, cash_out, cell, members_on, area_on)
}


def evaluate(expression: str, language: Language) -> str:
    """What an expression over `NAMES` comes to, as the page's language writes it."""
    value = eval(str(expression), {"__builtins__": {}}, dict(NAMES))
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        raise TypeError(f"`{expression}` gives {value!r}; expected a whole number, a Decimal or text of a cell")
    return value if isinstance(value, str) else format_number(value, language)


def amounts_in(prose: str, language: Language) -> list[str]:
    """Amounts as typed: with thousand marks of the language, of the other language, or five digits and more bare."""
    pattern = rf"(?<![\w.,])(?:{_FOREIGN[language]}|{_GROUPED[language]}|{_BARE})(?![.,]?\d|\w)"
    return re.findall(pattern, re.sub(r"\bRp\.? ?", " ", prose))


def prose_of(body: str) -> str:
    """A page's body without code, marks, link targets and comments."""
    text = re.sub(r"^([ \t]*)(`{3,}|~{3,}).*?^\1\2[ \t]*$", "", body, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"`[^`\n]*`", "", text)
    return re.sub(r"\]\([^)]*\)", "]", text)


@cache
def _book(file: str) -> CashBook:
    return read_cash_book(_read(file))


@cache
def _members() -> tuple[Member, ...]:
    return read_members(_read("members.csv"))


@cache
def _table(file: str) -> tuple[dict[str, str], ...]:
    return tuple(csv.DictReader(_read(file).splitlines()))


def _read(file: str) -> str:
    return (FIXTURES / file).read_text(encoding="utf-8")


def _lines(file: str, rows: str) -> list[CashLine]:
    lines = _book(file).lines
    spans = (part.partition("-") for part in str(rows).split(","))
    return [line for first, _, last in spans for line in lines[int(first) - 1 : int(last or first)]]

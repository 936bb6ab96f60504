"""Numbers and dates as a learner reads them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from latihan.messages import Language, messages

Shape = Literal["number", "decimal", "date", "text"]
_WHOLE = re.compile(r"-?\d+")
_DECIMAL = re.compile(r"-?\d+\.\d+")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_NEVER_GROUPED = frozenset({"tahun"})


def shape(column: str, cells: Sequence[str]) -> Shape:
    """What all cells of a column are; empty ones and `?` do not count."""
    filled = [cell for cell in cells if cell not in ("", "?")]
    if not filled or column in _NEVER_GROUPED:
        return "text"
    if all(_WHOLE.fullmatch(cell) for cell in filled):
        return "number"
    if all(_WHOLE.fullmatch(cell) or _DECIMAL.fullmatch(cell) for cell in filled):
        return "decimal"
    if all(_ISO.fullmatch(cell) for cell in filled):
        return "date"
    return "text"


def show(cell: str, as_shape: Shape, language: Language) -> str:
    """A cell in words of the language: `105000` is `105.000` in Indonesian, `2025-01-05` is `5 Jan 2025`."""
    if not cell:
        return ""
    if as_shape in ("number", "decimal") and (_WHOLE.fullmatch(cell) or _DECIMAL.fullmatch(cell)):
        whole, _, fraction = cell.partition(".")
        grouped = f"{int(whole):,}"
        if whole.startswith("-") and not grouped.startswith("-"):
            grouped = "-" + grouped
        if language == "id":
            return grouped.replace(",", ".") + (f",{fraction}" if fraction else "")
        return grouped + (f".{fraction}" if fraction else "")
    if as_shape == "date" and _ISO.fullmatch(cell):
        day = date.fromisoformat(cell)
        return f"{day.day} {messages(language)['site']['months'].split()[day.month - 1]} {day.year}"
    return cell

"""What is wrong with a page, said so that its author can put it right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of a page; `line` counts from 1 in the file, 0 stands for the page as a whole."""

    page: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: {self.what}" if self.line else f"{self.page}: {self.what}"


class PageError(ValueError):
    """A mark or a heading of a page that cannot be shown; the message says what was expected."""


def nearest(name: str, known: Iterable[str]) -> str:
    """` The nearest is …`, or nothing when no known name resembles this one."""
    match = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f" The nearest is `{match[0]}`." if match else ""

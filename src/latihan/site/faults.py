"""What is wrong with a page, said so that its author can put it right."""

from __future__ import annotations

from dataclasses import dataclass


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

"""What a learner's program prints, up to a limit."""

from __future__ import annotations

import io
from collections.abc import Callable

MAX_LINES = 10_000
MAX_CHARACTERS = 250_000


class Output(io.TextIOBase):
    """What a program prints, kept up to a limit; the rest is dropped and `truncated` set."""

    def __init__(self, write: Callable[[str], None] | None = None) -> None:
        self._parts: list[str] = []
        self._lines = self._characters = 0
        self._write = write
        self.truncated = False

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if not self.truncated:
            kept = self._cut(text)
            self._parts.append(kept)
            if self._write and kept:
                self._write(kept)
        return len(text)

    def _cut(self, text: str) -> str:
        if self._lines == MAX_LINES:
            text, kept = text or " ", ""
        else:
            kept = text[: MAX_CHARACTERS - self._characters]
        lines = kept.count("\n")
        if self._lines + lines > MAX_LINES:
            kept = "".join(kept.splitlines(keepends=True)[: MAX_LINES - self._lines])
            lines = kept.count("\n")
        self._characters += len(kept)
        self._lines += lines
        self.truncated = len(kept) < len(text)
        return kept

    @property
    def text(self) -> str:
        return "".join(self._parts)

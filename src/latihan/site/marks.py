"""Finds the marks `<!-- exercise: … -->`, `<!-- table: … -->` and `<!-- map -->` in a page's Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

MarkKind = Literal["exercise", "table", "map"]
_MARK = re.compile(rf"<!--[ \t]*({'|'.join(get_args(MarkKind))})\b[ \t]*(?::[ \t]*(.*?))?[ \t]*-->")
_ALONE = re.compile(r"^ {0,3}<!--(?:(?!-->).)*-->\s*$")
_FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark, its argument, and the line of the file it stands on; `alone` when nothing else is on that line."""

    kind: MarkKind
    argument: str
    line: int
    alone: bool


def find_marks(source: str) -> tuple[Mark, ...]:
    """Marks in the order of the text, outside code fences; `source` is the whole file, front matter included."""
    marks: list[Mark] = []
    fence = ""
    for number, line in enumerate(source.splitlines(), start=1):
        opening = _FENCE.match(line)
        if opening and not fence:
            fence = opening["fence"]
            continue
        if fence:
            if opening and opening["fence"].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            continue
        for found in _MARK.finditer(line):
            marks.append(Mark(_kind(found[1]), (found[2] or "").strip(), number, bool(_ALONE.match(line))))
    return tuple(marks)


def replace_marks(html: str, replacement: Callable[[MarkKind, str], str]) -> str:
    """The converted page with each mark replaced; code shows a mark escaped, so it is left alone."""
    unwrapped = re.sub(rf"<p>\s*({_MARK.pattern})\s*</p>", r"\1", html)
    return _MARK.sub(lambda found: replacement(_kind(found[1]), (found[2] or "").strip()), unwrapped)


def _kind(word: str) -> MarkKind:
    for kind in get_args(MarkKind):
        if kind == word:
            return kind  # type: ignore[no-any-return]
    raise ValueError(word)

"""A TOML file being read: its values as expected, or a fault with their line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from latihan.authoring.fault import Fault, listed, nearest

FILE = "exercise.toml"
KEY = re.compile(r"[a-z0-9][a-z0-9_-]*")


class TomlFile:
    """The file's source, to find lines in, and the faults found so far."""

    def __init__(self, exercise: str, source: str) -> None:
        self.exercise, self.source = exercise, source
        self.faults: list[Fault] = []

    def fault(self, where: str, what: str, expected: str = "", to_do: str = "") -> None:
        """Adds a fault at a dotted place, as `quiz.form`."""
        self.faults.append(Fault(self.exercise, FILE, line_of(self.source, where), what, expected, to_do))

    def get(
        self, table: Mapping[str, Any], key: str, good: Callable[[Any], bool], expected: str, where: str = ""
    ) -> Any:
        """The value of a key when it is as expected; a fault and None otherwise."""
        place = f"{where}.{key}" if where else key
        if key not in table:
            self.fault(where, f"`{place}` is missing", expected, f"Add `{key} = …`.")
        elif good(table[key]):
            return table[key]
        else:
            self.fault(place, f"`{place}` is {table[key]!r}", expected)
        return None

    def only(self, table: Mapping[str, Any], known: Iterable[str], where: str = "") -> None:
        """Faults for keys that are not known."""
        known = tuple(known)
        for key in table:
            if key not in known:
                place = f"{where}.{key}" if where else key
                self.fault(place, f"`{place}` is unknown", listed(known), nearest(key, known))

    def plain_keys(self, where: str, keys: Iterable[str]) -> None:
        """Faults for keys that hold more than small letters, digits, `_` and `-`."""
        for key in keys:
            if not KEY.fullmatch(key):
                self.fault(where, f"The key `{key}`", "small letters, digits and `_`", "Put the words into the texts.")


def line_of(source: str, place: str) -> int:
    """The line of a dotted place such as `quiz.form`, of the table that would hold it where it is missing, or 0."""
    wanted, found, section = place.split("."), 0, []
    for number, line in enumerate(source.splitlines(), 1):
        if header := re.match(r"\s*\[([^\[\]]+)\]", line):
            here = section = [part.strip().strip("\"'") for part in header[1].split(".")]
        elif key := re.match(r"\s*([\w.\"'-]+)\s*=", line):
            here = section + [part.strip("\"'") for part in key[1].split(".")]
        else:
            continue
        if here == wanted:
            return number
        if place and wanted[: len(here)] == here:
            found = number
    return found


def is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def is_keys(value: Any) -> bool:
    return isinstance(value, list) and all(is_text(key) for key in value) and len(set(value)) == len(value)


def is_whole(low: int, high: int) -> Callable[[Any], bool]:
    return lambda value: type(value) is int and low <= value <= high

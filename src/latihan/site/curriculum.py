"""The plan of units, track by track, and the navigation that follows from it."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from latihan.messages import Language, messages

PLANNED = "planned:"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as planned; `id` is `track/name`, minutes are alone and in class, `needs` are unit ids."""

    id: str
    titles: dict[Language, str]
    covers: tuple[str, ...]
    minutes: int
    minutes_class: int
    needs: tuple[str, ...]

    @property
    def track(self) -> str:
        return self.id.split("/", 1)[0]


def read_units(path: Path) -> tuple[Unit, ...]:
    """Units in teaching order from `units.csv`."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Unit(
                row["unit"],
                {"id": row["judul"], "en": row["title"]},
                tuple(row["covers"].split()),
                int(row["minutes_self"]),
                int(row["minutes_class"]),
                tuple(row["needs"].split()),
            )
            for row in csv.DictReader(file)
        )


def read_items(path: Path) -> dict[str, dict[Language, str]]:
    """What each curriculum item is called, by id and language, from `items.csv`."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: {"id": row["istilah"], "en": row["term"]} for row in csv.DictReader(file)}


def tracks(units: Sequence[Unit]) -> dict[str, tuple[Unit, ...]]:
    """Units by track, both in teaching order."""
    names = dict.fromkeys(unit.track for unit in units)
    return {name: tuple(unit for unit in units if unit.track == name) for name in names}


def written(docs: Path, units: Sequence[Unit]) -> frozenset[str]:
    """Ids of the units that have a page."""
    return frozenset(unit.id for unit in units if (docs / f"{unit.id}.md").is_file())


def navigation(
    units: Sequence[Unit], have: frozenset[str], pages: Sequence[str], language: Language
) -> list[dict[str, Any] | str]:
    """MkDocs' `nav`: home, every track with its units, the other pages.

    A planned unit is an entry whose address begins with `planned:`; the theme shows it without a link.
    """
    words = messages(language)
    nav: list[dict[str, Any] | str] = [{words["site"]["home"]: "index.md"}]
    for track, members in tracks(units).items():
        entries: list[dict[str, str] | str] = [
            f"{unit.id}.md" if unit.id in have else {unit.titles[language]: f"{PLANNED}{unit.id}"} for unit in members
        ]
        nav.append({words["tracks"][track]: entries})
    nav.extend(pages)
    return nav

"""Everything that pages refer to, read once: exercises, fixtures, units, curriculum items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from latihan.authoring.folder import FIXTURES, Folder
from latihan.authoring.library import read_all
from latihan.messages import Language
from latihan.site.curriculum import Unit, read_items, read_units, written
from latihan.site.marks import find_marks

NAME = "latihan"


@dataclass(frozen=True, slots=True)
class Project:
    """The content by its ids; `written` are the units that have a page, `embedded` the exercises on it."""

    docs: Path
    fixtures: Path
    exercises: Mapping[str, Folder]
    units: Mapping[str, Unit]
    items: Mapping[str, Mapping[Language, str]]
    written: frozenset[str]
    embedded: Mapping[str, list[str]]


def read_project(docs: Path, exercises: Path) -> Project:
    """The whole content; a broken exercise folder is an `authoring` error that names all faults."""
    units = read_units(docs / "curriculum" / "units.csv")
    have = written(docs, units)
    return Project(
        docs,
        exercises / FIXTURES,
        {folder.exercise.id: folder for folder in read_all(exercises)},
        {unit.id: unit for unit in units},
        read_items(docs / "curriculum" / "items.csv"),
        have,
        {unit.id: exercises_on((docs / f"{unit.id}.md").read_text("utf-8")) for unit in units if unit.id in have},
    )


def untranslated(pages: Iterable[str]) -> tuple[str, ...]:
    """Pages (as `mulai/x.md`, `mulai/x.en.md`) that lack the other language, each with the file that is missing."""
    have = set(pages)
    missing = sorted((page, _other(page)) for page in have if _other(page) not in have)
    return tuple(f"{page}: the other language is missing; write {other}." for page, other in missing)


def _other(page: str) -> str:
    english = page.endswith(".en.md")
    return page.removesuffix(".en.md") + ".md" if english else page.removesuffix(".md") + ".en.md"


def unused(project: Project, pages: Iterable[str]) -> tuple[str, ...]:
    """Exercises that none of the pages (their whole texts) embeds."""
    used = {name for text in pages for name in exercises_on(text)}
    return tuple(
        f"The exercise `{name}` is on no page. Put `<!-- exercise: {name} -->` on one, or remove its folder."
        for name in sorted(set(project.exercises) - used)
    )


def exercises_on(text: str) -> list[str]:
    """Ids of the exercises that a page embeds."""
    return [mark.argument for mark in find_marks(text) if mark.kind == "exercise"]

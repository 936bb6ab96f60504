"""A page's marks checked, and its HTML completed with exercises, tables, unit head and map."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import dirname, relpath
from typing import Any

from latihan.authoring.fault import nearest
from latihan.messages import Language
from latihan.site.faults import Fault, PageError
from latihan.site.fixture_table import table_html
from latihan.site.home import map_html, with_hero
from latihan.site.marks import Mark, MarkKind, find_marks, replace_marks
from latihan.site.markup import Html
from latihan.site.project import NAME, Project, exercises_on
from latihan.site.render import exercise_html, page_data
from latihan.site.unit_head import read_front, unit_head


@dataclass(frozen=True, slots=True)
class Place:
    """A page: its source as `docs` names it, the source in the default language, its address in the site."""

    source: str
    plain: str
    url: str
    language: Language

    @property
    def unit(self) -> str:
        """The id of the unit this would be the page of."""
        return self.plain.removesuffix(".md")


def address(place: Place, plain: str) -> str:
    """The relative way from a page to the page of `plain` (as `mulai/cara-belajar.md`) in the same language."""
    prefix = "" if place.language == "id" else f"{place.language}/"
    return relpath(prefix + plain.removesuffix(".md") + ".html", dirname(place.url) or ".")


def root_of(place: Place) -> str:
    """The relative way to the site's root, ending in `/`."""
    return "../" * place.url.count("/") or "./"


def page_faults(place: Place, text: str, meta: Mapping[str, Any], project: Project) -> tuple[Fault, ...]:
    """Everything wrong with a page; `text` is its whole file, front matter included."""
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for mark in find_marks(text):
        if not mark.alone:
            faults.append(Fault(place.source, mark.line, f"The mark `{mark.kind}` must stand alone on its line."))
        what = _EXAMINE[mark.kind](mark, project, place.language)
        if what:
            faults.append(Fault(place.source, mark.line, what))
        if mark.kind == "exercise" and mark.argument in seen:
            first = seen[mark.argument]
            what = f"The exercise `{mark.argument}` is already on this page, in line {first}. Remove one of the two."
            faults.append(Fault(place.source, mark.line, what))
        seen.setdefault(mark.argument, mark.line)
    if place.unit in project.units:
        _, wrong = read_front(meta, place.unit, project.units, project.items)
        faults.extend(Fault(place.source, 1, what) for what in wrong)
    return tuple(faults)


def _examine_exercise(mark: Mark, project: Project, language: Language) -> str:
    if not mark.argument:
        return "The mark names no exercise. Expected `<!-- exercise: track/unit/name -->`."
    if mark.argument in project.exercises:
        return ""
    return f"There is no exercise `{mark.argument}`. {nearest(mark.argument, project.exercises)}"


def _examine_table(mark: Mark, project: Project, language: Language) -> str:
    try:
        table_html(mark.argument, project.fixtures, language)
    except PageError as error:
        return str(error)
    return ""


def _examine_map(mark: Mark, project: Project, language: Language) -> str:
    return f"The mark `map` takes no argument; it has `{mark.argument}`." if mark.argument else ""


_EXAMINE = {"exercise": _examine_exercise, "table": _examine_table, "map": _examine_map}


def complete(
    html: str,
    place: Place,
    text: str,
    meta: Mapping[str, Any],
    project: Project,
    sizes: Mapping[str, int],
) -> Html:
    """The page's HTML with every mark drawn; `text` is its whole file, `sizes` are bytes of the runtime's files.

    A mark at fault is left out: `page_faults` has said what is wrong with it.
    """

    def link(unit: str) -> str | None:
        return address(place, f"{unit}.md") if unit in project.written else None

    def draw(kind: MarkKind, argument: str) -> str:
        if kind == "map":
            return map_html(tuple(project.units.values()), place.language, link)
        if kind == "table":
            try:
                return table_html(argument, project.fixtures, place.language)
            except PageError:
                return ""
        folder = project.exercises.get(argument)
        return exercise_html(folder, place.language, NAME) if folder else ""

    drawn = replace_marks(html, draw)
    if place.plain == "index.md":
        first = next((unit for unit in project.units if unit in project.written), None)
        drawn = with_hero(drawn, link(first) if first else None, place.language)
    front, _ = read_front(meta, place.unit, project.units, project.items)
    if place.unit in project.units and front:
        count = len(exercises_on(text))
        head = unit_head(front, project.units, project.items, place.language, count, link)
        drawn = re.sub(r"</h1>", lambda found: found[0] + head, drawn, count=1)
    if any(mark.kind != "table" for mark in find_marks(text)) or place.unit in project.units:
        units = project.embedded if "<latihan-map" in drawn else {place.unit: exercises_on(text)}
        drawn += page_data(place.language, NAME, root_of(place), sizes, units)
    return Html(drawn)

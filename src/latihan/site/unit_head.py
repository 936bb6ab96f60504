"""What stands at the head of a unit: what one can do afterwards, how long it takes, what comes before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from latihan.authoring.fault import nearest
from latihan.messages import Language, fill, messages
from latihan.site.curriculum import Unit
from latihan.site.markup import Html, join, tag, text


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter of a unit, checked; minutes alone and in class."""

    unit: str
    objectives: tuple[str, ...]
    minutes: int
    minutes_class: int
    covers: tuple[str, ...]
    needs: tuple[str, ...]


def read_front(
    meta: Mapping[str, Any], page: str, units: Mapping[str, Unit], items: Mapping[str, object]
) -> tuple[Front | None, tuple[str, ...]]:
    """The front matter of the page `page` (its unit id), and everything that is wrong with it."""
    faults: list[str] = []
    for key, expected in (("minutes", int), ("minutes_class", int), ("objectives", list)):
        if not isinstance(meta.get(key), expected) or not meta[key]:
            faults.append(f"`{key}` is {meta.get(key)!r}; expected {_EXPECTED[key]}.")
    if meta.get("unit") != page:
        faults.append(f"`unit` is {meta.get('unit')!r}; expected `{page}`, the path of the page.")
    covers, needs = tuple(meta.get("covers") or ()), tuple(meta.get("needs") or ())
    for key, names, known in (("covers", covers, items), ("needs", needs, units)):
        faults.extend(
            f"`{key}` names `{name}`, which is not in the curriculum. {nearest(name, known)}"
            for name in names
            if name not in known
        )
    if faults:
        return None, tuple(faults)
    objectives = tuple(str(objective) for objective in meta["objectives"])
    return Front(page, objectives, meta["minutes"], meta["minutes_class"], covers, needs), ()


_EXPECTED = {
    "minutes": "how many minutes the unit takes alone",
    "minutes_class": "how many minutes the unit takes in class",
    "objectives": "a list of what a learner can do afterwards",
}


def unit_head(
    front: Front,
    units: Mapping[str, Unit],
    items: Mapping[str, Mapping[Language, str]],
    language: Language,
    exercises: int,
    link: Callable[[str], str | None],
) -> Html:
    """The head as HTML; `link` gives the address of a unit, or None while it is planned."""
    words = messages(language)["unit"]
    chips = [
        tag("li", {"class": "lx-chip lx-chip-time"}, text(fill(words["alone"], {"minutes": str(front.minutes)}))),
        tag("li", {"class": "lx-chip"}, text(fill(words["in_class"], {"minutes": str(front.minutes_class)}))),
    ]
    if exercises:
        chips.append(tag("li", {"class": "lx-chip"}, text(fill(words["exercises"], {"count": str(exercises)}))))
    goals = join(tag("li", None, text(goal)) for goal in front.objectives)
    parts = [
        tag("ul", {"class": "lx-chips"}, *chips),
        tag("p", {"class": "lx-goals-title"}, text(words["after"])),
        tag("ul", {"class": "lx-goals"}, goals),
        tag(
            "p",
            {"class": "lx-before"},
            tag("b", None, text(words["before"] + ": ")),
            _before(front, units, language, link),
        ),
    ]
    if front.covers:
        covered = ", ".join(items[item][language] for item in front.covers)
        parts.append(tag("p", {"class": "lx-covers"}, text(f"{words['covers']}: {covered}")))
    parts.append(tag("latihan-progress", {"unit": front.unit}))
    return tag("div", {"class": "lx-unit", "data-search-exclude": True}, *parts)


def _before(front: Front, units: Mapping[str, Unit], language: Language, link: Callable[[str], str | None]) -> Html:
    words = messages(language)["unit"]
    if not front.needs:
        return text(words["before_none"])
    shown = []
    for need in front.needs:
        address, title = link(need), text(units[need].titles[language])
        planned = tag("span", {"class": "lx-planned"}, title, text(f" ({words['planned']})"))
        shown.append(tag("a", {"href": address}, title) if address else planned)
    return join(shown, ", ")

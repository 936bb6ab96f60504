"""The home page: its opening with the way to begin, and the map of all tracks and units."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib.resources import files

from latihan.messages import Language, fill, messages
from latihan.site.curriculum import Unit, tracks
from latihan.site.markup import Html, join, tag, text

_OPENING = re.compile(r"\s*(<h1.*?</h1>\s*<p>.*?</p>)", re.DOTALL)


def with_hero(html: str, start: str | None, language: Language) -> str:
    """The home page with its title and first paragraph set into the picture, and a button to the first unit."""
    opening = _OPENING.match(html)
    if not opening:
        return html
    label = text(messages(language)["site"]["start"])
    button = [tag("a", {"class": "lx-start", "href": start}, label)] if start else []
    picture = Html(files(__package__).joinpath("hero.svg").read_text(encoding="utf-8"))
    words = tag("div", {"class": "lx-hero-text"}, opening[1], *button)
    return tag("div", {"class": "lx-hero"}, words, picture) + html[opening.end() :]


def map_html(units: Sequence[Unit], language: Language, link: Callable[[str], str | None]) -> Html:
    """All tracks in teaching order; `link` gives the address of a unit, or None while it is planned."""
    cards = (_card(track, members, language, link) for track, members in tracks(units).items())
    return tag("latihan-map", {"class": "lx-map"}, *cards)


def _card(track: str, units: Sequence[Unit], language: Language, link: Callable[[str], str | None]) -> Html:
    words = messages(language)
    ready = [unit for unit in units if link(unit.id)]
    planned = [unit for unit in units if not link(unit.id)]
    count = fill(words["site"]["units_ready"], {"ready": str(len(ready)), "all": str(len(units))})
    minutes = {unit.id: fill(words["exercise"]["minutes"], {"minutes": str(unit.minutes)}) for unit in ready}
    rows = [
        tag(
            "li",
            {"class": "lx-map-unit", "data-unit": unit.id},
            tag(
                "a",
                {"href": link(unit.id)},
                tag("span", {"class": "lx-map-title"}, text(unit.titles[language])),
                tag("span", {"class": "lx-map-minutes"}, text(minutes[unit.id])),
            ),
        )
        for unit in ready
    ]
    parts: list[Html] = []
    if rows:
        parts.append(tag("ul", {"class": "lx-map-units"}, *rows))
    if planned:
        summary = f"{len(planned)} {words['unit']['planned']}"
        titles = join(tag("li", {"class": "lx-planned"}, text(unit.titles[language])) for unit in planned)
        parts.append(
            tag("details", {"class": "lx-map-planned"}, tag("summary", None, text(summary)), tag("ul", None, titles))
        )
    return tag(
        "section",
        {"class": "lx-track" + ("" if ready else " lx-track-planned"), "data-track": track},
        tag("h3", {"class": "lx-track-title"}, text(words["tracks"][track])),
        tag("p", {"class": "lx-track-about"}, text(words["tracks_about"][track])),
        *([tag("p", {"class": "lx-track-count"}, text(count))] if ready else []),
        *parts,
    )

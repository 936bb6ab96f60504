"""What the theme needs beside its templates: their words, and planned units without links."""

from __future__ import annotations

import re
from typing import Any

from latihan.messages import Language, messages
from latihan.site.curriculum import PLANNED
from latihan.site.markup import tag, text

_PLANNED_LINK = re.compile(rf'<a href="{PLANNED}([^"]+)" class="md-nav__link">(.*?)</a>', re.DOTALL)


def theme_words(language: Language) -> dict[str, Any]:
    """Variables of the templates."""
    return {"latihan_language": language, "latihan_words": messages(language)["site"]}


# Material asks for a sitemap beside each of these, which a folder cannot give and a site without an address has not.
_ALTERNATE = re.compile(r'\s*<link rel="alternate" href="[^"]*" hreflang="[^"]*">')


def without_alternates(page: str) -> str:
    """The page without the head's links to the other language; the switch in the header stays."""
    return _ALTERNATE.sub("", page)


def mark_planned(page: str, language: Language) -> str:
    """The page with every planned unit of the navigation as greyed text with a word instead of a link."""
    word = tag("small", {"class": "lx-planned-word"}, text(messages(language)["unit"]["planned"]))
    shown = rf'<span class="md-nav__link lx-planned" data-planned="\1">\2{word}</span>'
    return _PLANNED_LINK.sub(shown, page)

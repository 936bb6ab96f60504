"""What the theme needs beside its templates: their words, planned units without links, names for its parts."""

from __future__ import annotations

import re
from typing import Any

from latihan.messages import LANGUAGES, Language, messages
from latihan.site.curriculum import PLANNED
from latihan.site.markup import tag, text

_PLANNED_LINK = re.compile(rf'<a href="{PLANNED}([^"]+)" class="md-nav__link">(.*?)</a>', re.DOTALL)
_LIST = '<ul class="md-nav__list"'
_REACHED = f'{_LIST} tabindex="0"'


def theme_words(language: Language) -> dict[str, Any]:
    """Variables of the templates."""
    both = {each: messages(each)["site"] for each in LANGUAGES}
    return {"latihan_language": language, "latihan_words": both[language], "latihan_both": both}


# Material asks for a sitemap beside each of these, which a folder cannot give and a site without an address has not.
_ALTERNATE = re.compile(r'\s*<link rel="alternate" href="[^"]*" hreflang="[^"]*">')


def without_alternates(page: str) -> str:
    """The page without the head's links to the other language; the switch in the header stays."""
    return _ALTERNATE.sub("", page)


def name_parts(page: str, language: Language) -> str:
    """The page with a name of its own for the search and for the path, which Material leaves out or gives twice."""
    words = messages(language)["site"]
    page = page.replace('role="dialog"', f'role="dialog" aria-label="{words["search"]}"', 1)
    return re.sub(r'(<nav class="md-path" aria-label=)"[^"]*"', rf'\1"{words["path"]}"', page, count=1)


def reach_lists(page: str) -> str:
    """The page with a way for the keyboard into every list of the navigation that holds planned units alone."""
    head, *lists = page.split(_LIST)
    return head + "".join((_LIST if "href=" in part.split("</ul>")[0] else _REACHED) + part for part in lists)


def mark_planned(page: str, language: Language) -> str:
    """The page with every planned unit of the navigation as greyed text with a word instead of a link."""
    word = tag("small", {"class": "lx-planned-word"}, text(messages(language)["unit"]["planned"]))
    shown = rf'<span class="md-nav__link lx-planned" data-planned="\1">\2{word}</span>'
    return _PLANNED_LINK.sub(shown, page)


def finish_page(page: str, language: Language) -> str:
    """All of the above for one page."""
    return reach_lists(name_parts(without_alternates(mark_planned(page, language)), language))

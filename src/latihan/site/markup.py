"""HTML from values: every text escaped, every attribute quoted."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NewType

Html = NewType("Html", str)
VOID = frozenset({"input", "br", "img", "meta", "link"})


Attributes = dict[str, str | int | bool | None]


def tag(name: str, attributes: Attributes | None = None, *children: Html | str) -> Html:
    """An element; an attribute that is True stands bare, one that is None or False is left out."""
    parts = [name]
    for key, value in (attributes or {}).items():
        if value is True:
            parts.append(key)
        elif value is not None and value is not False:
            parts.append(f'{key}="{escape(str(value))}"')
    opening = f"<{' '.join(parts)}>"
    return Html(opening if name in VOID else f"{opening}{''.join(children)}</{name}>")


def text(value: str) -> Html:
    """Escaped text."""
    return Html(escape(value, quote=False))


def join(parts: Iterable[str], separator: str = "") -> Html:
    """Pieces of HTML one after the other."""
    return Html(separator.join(parts))

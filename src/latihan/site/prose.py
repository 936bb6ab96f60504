"""An exercise's Markdown as HTML: paragraphs, lists, emphasis and code; raw HTML stays text."""

from __future__ import annotations

import re

import markdown

from latihan.site.markup import Html


def _converter() -> markdown.Markdown:
    converter = markdown.Markdown(extensions=["sane_lists", "fenced_code", "tables"])
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter


def block(source: str) -> Html:
    """Markdown as block elements."""
    return Html(_converter().convert(source))


def plain(source: str) -> Html:
    """Markdown of one paragraph as text alone, as an `<option>` needs it."""
    return Html(re.sub(r"<[^>]+>", "", inline(source)))


def inline(source: str) -> Html:
    """Markdown of one paragraph without the `<p>` around it."""
    html = _converter().convert(source.strip())
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        html = html.removeprefix("<p>").removesuffix("</p>")
    return Html(html)

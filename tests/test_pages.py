"""Holds the pages to their fixtures, to each other and to the pages they link to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from figures import amounts_in, cell, evaluate, prose_of

from latihan.domain.rupiah import Language
from latihan.messages import messages
from latihan.site.fixture_table import read_request
from latihan.site.marks import find_marks

DOCS = Path(__file__).parent.parent / "docs"
SAME_IN_BOTH = ("unit", "minutes", "minutes_class", "covers", "needs", "hide", "template")


@dataclass(frozen=True, slots=True)
class Page:
    """A page's path under docs/, its language, its front matter and its body."""

    path: Path
    language: Language
    front: dict[str, Any]
    body: str

    @property
    def name(self) -> str:
        return self.path.relative_to(DOCS).as_posix()


def read_page(path: Path) -> Page:
    language = cast(Language, "en" if path.name.endswith(".en.md") else "id")
    front, body = split_front_matter(path.read_text(encoding="utf-8"))
    return Page(path, language, front, body)


def split_front_matter(source: str) -> tuple[dict[str, Any], str]:
    found = re.match(r"---\n(.*?)\n---\n", source, re.DOTALL)
    return (yaml.safe_load(found[1]) or {}, source[found.end() :]) if found else ({}, source)


def learner_pages() -> list[Page]:
    paths = sorted(path for path in DOCS.rglob("*.md") if path.relative_to(DOCS).parts[0] != "contributing")
    return [read_page(path) for path in paths]


def wrong_figures(page: Page) -> list[str]:
    """Figures whose expression comes to something else than what is typed."""
    faults = []
    for typed, expression in (page.front.get("figures") or {}).items():
        computed = evaluate(expression, page.language)
        if str(typed) != computed:
            faults.append(f"{page.name}: figures says {typed}, but {expression} is {computed}")
    return faults


def unlisted_amounts(page: Page) -> list[str]:
    """Amounts in the prose that `figures` does not list."""
    listed = {str(typed) for typed in page.front.get("figures") or {}}
    found = dict.fromkeys(amounts_in(prose_of(page.body), page.language))
    return [
        f"{page.name}: {amount} stands in the prose; list it in figures" for amount in found if amount not in listed
    ]


def unused_figures(page: Page) -> list[str]:
    """Listed figures that the prose no longer has."""
    prose = prose_of(page.body)
    listed = [str(typed) for typed in page.front.get("figures") or {}]
    return [
        f"{page.name}: figures lists {typed}, which the prose does not have"
        for typed in listed
        if not re.search(rf"(?<![\d.,]){re.escape(typed)}(?![.,]?\d)", prose)
    ]


def skeleton(page: Page) -> list[str]:
    """What two languages of a page must share, in the order in which it stands on the page."""
    without_code = re.sub(r"^([ \t]*)(`{3,}).*?^\1\2[ \t]*$", r"\1(code)", page.body, flags=re.DOTALL | re.MULTILINE)
    lines = []
    for line in without_code.splitlines():
        if heading := re.match(r"(#+) ", line):
            lines.append(f"heading {heading[1]}")
        elif box := re.match(r"(\?\?\?\+?|!!!) (\w+)", line):
            lines.append(f"box {box[1]} {box[2]}")
        elif line.strip() == "(code)":
            lines.append("code")
        lines += [f"{mark.kind}: {mark.argument}" for mark in find_marks(line)]
    return lines


def dead_links(page: Page) -> list[str]:
    """Links to pages and files of the site that are not there, in the page's own language."""
    faults = []
    prose = re.sub(r"`[^`\n]*`", "", page.body)
    for target in re.findall(r"\]\(([^)\s]+)[^)]*\)", prose):
        path = target.partition("#")[0]
        if not path or re.match(r"[a-z]+:", path):
            continue
        file = (page.path.parent / path).resolve()
        wanted = file.with_suffix(".en.md") if page.language == "en" and path.endswith(".md") else file
        if path.endswith(".en.md"):
            faults.append(f"{page.name}: link to {target}; leave `.en` out, the language is added")
        elif not wanted.is_file():
            faults.append(f"{page.name}: link to {target}, but {path} is not there")
    return faults


PAGES = learner_pages()
PAIRS = [(page, page.path.with_name(page.path.name.removesuffix(".md") + ".en.md")) for page in PAGES]
PAIRS = [(page, english) for page, english in PAIRS if page.language == "id"]


def page_id(value: object) -> str:
    return value.name if isinstance(value, Page) else ""


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_every_figure_is_what_the_library_computes(page: Page) -> None:
    """An amount listed in `figures` equals its expression over the fixtures, written as the page's language does."""
    assert [] == wrong_figures(page)


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_every_amount_in_the_prose_is_listed(page: Page) -> None:
    """No amount is typed by hand without an expression that holds it to the fixtures."""
    assert [] == unlisted_amounts(page)


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_every_listed_figure_stands_in_the_prose(page: Page) -> None:
    """`figures` holds no leftovers of an older text."""
    assert [] == unused_figures(page)


@pytest.mark.parametrize(("page", "english"), PAIRS, ids=page_id)
def test_both_languages_have_the_same_skeleton(page: Page, english: Path) -> None:
    """Headings, boxes, code, tables and exercises stand in the same order in both languages."""
    assert english.is_file(), f"{page.name} has no English page {english.name}"
    assert skeleton(page) == skeleton(read_page(english))


@pytest.mark.parametrize(("page", "english"), PAIRS, ids=page_id)
def test_both_languages_have_the_same_front_matter(page: Page, english: Path) -> None:
    """Keys, and every value that is not prose, agree; so do the number of objectives and the figures' expressions."""
    other = read_page(english).front
    assert list(page.front) == list(other)
    assert {key: page.front.get(key) for key in SAME_IN_BOTH} == {key: other.get(key) for key in SAME_IN_BOTH}
    assert len(page.front.get("objectives") or ()) == len(other.get("objectives") or ())
    assert list((page.front.get("figures") or {}).values()) == list((other.get("figures") or {}).values())


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_internal_links_lead_to_pages(page: Page) -> None:
    """Every relative link names a file that exists, in the page's own language."""
    assert [] == dead_links(page)


@pytest.mark.parametrize("page", [page for page in PAGES if page.language == "en"], ids=page_id)
def test_descriptions_drawn_in_english_are_translated(page: Page) -> None:
    """No English page draws a line of the cash book whose description is still Indonesian."""
    known = messages("en")["cells"]
    requests = [read_request(mark.argument) for mark in find_marks(page.body) if mark.kind == "table"]
    drawn = [
        str(cell(request.name, row, "uraian"))
        for request in requests
        if request.columns and "uraian" in request.columns
        for row in request.rows or ()
    ]
    assert [] == [description for description in drawn if description not in known]


def planted(language: Language, figures: dict[str, str], body: str) -> Page:
    return Page(DOCS / "x" / ("x.en.md" if language == "en" else "x.md"), language, {"figures": figures}, body)


def test_a_wrong_figure_is_named() -> None:
    """A typed amount that differs from its expression is reported with both."""
    page = planted("id", {"3.715.001": 'balance("cash-book-2025.csv", 2)'}, "")
    assert ['x/x.md: figures says 3.715.001, but balance("cash-book-2025.csv", 2) is 3.715.000'] == wrong_figures(page)


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("id", "Kas Rp3.275.000, lalu 440.000.", ["3.275.000", "440.000"]),
        ("en", "Cash Rp3,275,000, then 440,000.", ["3,275,000", "440,000"]),
        ("id", "Kas 3,275,000 dan 440000", ["3,275,000", "440000"]),
        ("en", "Cash 3.275.000 and 440000", ["3.275.000", "440000"]),
        ("id", "`440.000` dan BKM-2501-001, 0,45 ha, 5 Januari 2025, 22 orang", []),
        ("id", "```python\nmasuk = 440_000\nprint(440000)\n```", []),
        ("id", "<!-- table: cash-book-2025.csv rows=1-6 -->", []),
    ],
)
def test_amounts_are_found_in_prose_only(language: Language, body: str, found: list[str]) -> None:
    """Amounts with either language's marks or none are seen; code, marks, receipts, dates and hectares are not."""
    page = planted(language, {}, body)
    assert [f"{page.name}: {amount} stands in the prose; list it in figures" for amount in found] == unlisted_amounts(
        page
    )


def test_a_missing_mark_shows_in_the_skeleton() -> None:
    """Headings, boxes and marks are part of the skeleton, a page without one of them differs."""
    body = '# A\n\n<!-- exercise: a/b/c -->\n\n??? note "Untuk pelatih"\n\n## B\n'
    assert ["heading #", "exercise: a/b/c", "box ??? note", "heading ##"] == skeleton(planted("id", {}, body))


def test_a_dead_link_is_named() -> None:
    """A link to a page that is not there is reported; links out of the site and to a heading are left alone."""
    page = planted("id", {}, "[a](nowhere.md) [b](https://example.org) [c](#d)")
    assert ["x/x.md: link to nowhere.md, but nowhere.md is not there"] == dead_links(page)

"""What is said about faults of a page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from site_project import SMALL

from latihan.site.page import Place, address, page_faults, root_of
from latihan.site.project import Project, read_project, untranslated, unused

FRONT: dict[str, Any] = {
    "unit": "pembukuan/buku-kas",
    "objectives": ["x"],
    "minutes": 20,
    "minutes_class": 45,
    "covers": ["T02"],
    "needs": ["mulai/awal"],
}
PLACE = Place("pembukuan/buku-kas.md", "pembukuan/buku-kas.md", "pembukuan/buku-kas.html", "id")
ENGLISH = Place("pembukuan/buku-kas.en.md", "pembukuan/buku-kas.md", "en/pembukuan/buku-kas.html", "en")


@pytest.fixture(scope="module")
def project() -> Project:
    return read_project(SMALL / "docs", SMALL / "exercises")


MARKS = {
    "<!-- exercise: pembukuan/buku-kas/isi-sado -->": (
        "There is no exercise `pembukuan/buku-kas/isi-sado`. Did you mean `pembukuan/buku-kas/isi-saldo`?"
    ),
    "<!-- exercise: -->": "The mark names no exercise. Expected `<!-- exercise: track/unit/name -->`.",
    "Text <!-- exercise: pembukuan/buku-kas/satu -->": "The mark `exercise` must stand alone on its line.",
    "<!-- table: kass.csv -->": "There is no fixture `kass.csv`. Did you mean `kas.csv`?",
    "<!-- table: kas.csv columns=tanggal,sald -->": "`kas.csv` has no column `sald`. Did you mean `saldo`?",
    "<!-- table: kas.csv rows=2-4 -->": "`kas.csv` has 3 rows; there is no row 4.",
    "<!-- table: kas.csv rows=two -->": (
        "`rows=two` is not understood. Expected `NAME.csv`, then `rows=1-6` and `columns=a,b` if not all are wanted."
    ),
    "<!-- table: -->": (
        "The mark names no fixture. Expected `NAME.csv`, then `rows=1-6` and `columns=a,b` if not all are wanted."
    ),
    "<!-- map: all -->": "The mark `map` takes no argument; it has `all`.",
}


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_at_fault_is_named_with_page_and_line(mark: str, project: Project) -> None:
    """The sentence says what was expected, and the nearest name where there is one."""
    said = [str(fault) for fault in page_faults(PLACE, f"# T\n\n{mark}\n", FRONT, project)]
    assert [f"pembukuan/buku-kas.md:3: {MARKS[mark]}"] == said


def test_an_exercise_twice_on_a_page_names_the_first_line(project: Project) -> None:
    """Two elements with one id would share their state."""
    text = "<!-- exercise: pembukuan/buku-kas/satu -->\n\n<!-- exercise: pembukuan/buku-kas/satu -->\n"
    expected = (
        "pembukuan/buku-kas.md:3: The exercise `pembukuan/buku-kas/satu` is already on this page, in line 1. "
        "Remove one of the two."
    )
    assert [expected] == [str(fault) for fault in page_faults(PLACE, text, FRONT, project)]


FRONTS = {
    "minutes": ("twenty", "`minutes` is 'twenty'; expected how many minutes the unit takes alone."),
    "minutes_class": (None, "`minutes_class` is None; expected how many minutes the unit takes in class."),
    "objectives": ([], "`objectives` is []; expected a list of what a learner can do afterwards."),
    "unit": ("buku-kas", "`unit` is 'buku-kas'; expected `pembukuan/buku-kas`, the path of the page."),
    "needs": (["mulai/awl"], "`needs` names `mulai/awl`, which is not in the curriculum. Did you mean `mulai/awal`?"),
    "covers": (["T2"], "`covers` names `T2`, which is not in the curriculum. Did you mean `T02`?"),
}


@pytest.mark.parametrize("key", FRONTS)
def test_front_matter_at_fault_is_named(key: str, project: Project) -> None:
    """A unit's head is made from it, so nothing may be missing or unknown."""
    value, expected = FRONTS[key]
    said = [str(fault) for fault in page_faults(PLACE, "# T\n", {**FRONT, key: value}, project)]
    assert [f"pembukuan/buku-kas.md:1: {expected}"] == said


def test_a_page_without_its_other_language_is_named_with_the_file_to_write() -> None:
    """Both directions count."""
    assert (
        "a/x.en.md: the other language is missing; write a/x.md.",
        "a/y.md: the other language is missing; write a/y.en.md.",
    ) == untranslated(["a/x.en.md", "a/y.md", "z.md", "z.en.md"])


def test_an_exercise_on_no_page_is_named_with_the_mark_to_write(project: Project) -> None:
    """An exercise nobody can reach is a mistake."""
    text = Path(SMALL / "docs/pembukuan/buku-kas.md").read_text("utf-8").replace("buku-kas/urut ", "buku-kas/satu ")
    expected = (
        "The exercise `pembukuan/buku-kas/urut` is on no page. "
        "Put `<!-- exercise: pembukuan/buku-kas/urut -->` on one, or remove its folder."
    )
    assert (expected,) == unused(project, [text])


def test_addresses_are_relative_and_stay_in_the_language() -> None:
    """One build serves a domain, a sub-path and a folder."""
    assert "../mulai/awal.html" == address(PLACE, "mulai/awal.md")
    assert "../mulai/awal.html" == address(ENGLISH, "mulai/awal.md")
    assert ["../", "../../", "./"] == [
        root_of(PLACE),
        root_of(ENGLISH),
        root_of(Place("index.md", "index.md", "index.html", "id")),
    ]

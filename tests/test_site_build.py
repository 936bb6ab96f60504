"""The built site, from a small project with every kind of exercise."""

from __future__ import annotations

import json
import logging
import re
from pathlib import Path

import pytest
from site_project import copy_project

from latihan.site.build import BuildFailed, build_site

PAGES = ["index.html", "mulai/awal.html", "pembukuan/buku-kas.html"]
BOTH = [*PAGES, *(f"en/{page}" for page in PAGES)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(copy_project(tmp_path_factory.mktemp("small") / "project"))


@pytest.mark.parametrize("page", BOTH)
def test_the_language_switch_is_relative_and_lands_on_the_same_page(page: str, site: Path) -> None:
    """It must work under a sub-path and from a folder."""
    html = (site / page).read_text("utf-8")
    switch = re.search(r'<a href="([^"]+)" hreflang="(\w+)" lang="\w+" class="md-header__button lx-language"', html)
    assert switch
    other = page.removeprefix("en/") if page.startswith("en/") else f"en/{page}"
    assert ((site / page).parent / switch[1]).resolve() == (site / other).resolve()
    assert switch[2] == ("id" if page.startswith("en/") else "en")


@pytest.mark.parametrize("page", BOTH)
def test_no_page_loads_or_links_anything_by_an_absolute_address(page: str, site: Path) -> None:
    """No request leaves the origin, and nothing depends on where the site lies."""
    html = (site / page).read_text("utf-8")
    addresses = re.findall(r'<[a-z][^>]*?\s(?:href|src|action|srcset)="([^"]*)"', html)
    assert addresses
    assert [] == [a for a in addresses if re.match(r"[a-z]+:|/", a)]
    assert "crossorigin" not in html
    assert 'type="module"' not in html


@pytest.mark.parametrize("page", BOTH)
def test_every_link_between_pages_leads_to_a_file(page: str, site: Path) -> None:
    """Navigation, head of the unit, map and prose alike."""
    html = (site / page).read_text("utf-8")
    for target in re.findall(r'<a [^>]*href="([^"#]+)', html):
        assert ((site / page).parent / target).resolve().is_file(), target


@pytest.mark.parametrize("page", BOTH)
def test_a_planned_unit_stands_in_the_navigation_with_a_word_and_without_a_link(page: str, site: Path) -> None:
    """It has no page, so it must not look like one."""
    html = (site / page).read_text("utf-8")
    planned = re.findall(
        r'<span class="md-nav__link lx-planned" data-planned="([^"]+)">(.*?)</span>\s*</li>', html, re.S
    )
    assert ["pembukuan/tutup-buku", "perencanaan/ruk"] == [unit for unit, _ in planned]
    title, word = ("Closing the month", "planned") if page.startswith("en/") else ("Tutup buku", "direncanakan")
    assert title in planned[0][1]
    assert word in planned[0][1]
    assert 'href="planned:' not in html


def test_the_navigation_speaks_the_language_of_the_page(site: Path) -> None:
    """Tracks by their titles, pages by theirs."""
    english, indonesian = ((site / page).read_text("utf-8") for page in ("en/index.html", "index.html"))
    for title in ("Keeping the books", "The cash book", "Home"):
        assert title in english
    for title in ("Pembukuan kelompok", "Buku kas", "Beranda"):
        assert title in indonesian
    assert "Keeping the books" not in indonesian


@pytest.mark.parametrize("page", ["pembukuan/buku-kas.html", "en/pembukuan/buku-kas.html"])
def test_a_unit_is_complete_without_javascript(page: str, site: Path) -> None:
    """Head, table and all seven exercises are HTML."""
    html = (site / page).read_text("utf-8")
    assert 7 == html.count("<latihan-exercise ")
    assert 1 == html.count('<div class="lx-unit"')
    amount = "3.275.000" if page.startswith("p") else "3,275,000"
    assert html.index("<h1") < html.index('<div class="lx-unit"') < html.index(amount)
    assert "<!-- exercise" not in html.replace("<!-- exercise: not", "")


def test_a_page_with_exercises_tells_its_script_once(site: Path) -> None:
    """Language, root, mode, wording and the unit's exercises; a page without them carries no script."""
    html = (site / "en/pembukuan/buku-kas.html").read_text("utf-8")
    found = re.findall(r'<script type="application/json" id="latihan-page">(.*?)</script>', html)
    assert 1 == len(found)
    data = json.loads(found[0])
    assert {"language": "en", "root": "../../", "mode": "http", "project": "latihan"}.items() <= data.items()
    assert 7 == len(data["units"]["pembukuan/buku-kas"])
    assert {"feedback", "page"} == set(data["messages"])
    assert '<script defer src="../../assets/latihan/page.js">' in html


def test_the_home_page_carries_the_map_of_all_units(site: Path) -> None:
    """Written units are links, planned ones a word; the script knows every unit's exercises."""
    html = (site / "index.html").read_text("utf-8")
    assert ["mulai/awal", "pembukuan/buku-kas"] == re.findall(r'<li class="lx-map-unit" data-unit="([^"]+)">', html)
    assert '<li class="lx-planned">Tutup buku</li>' in html
    assert '"units":{"mulai/awal":[],"pembukuan/buku-kas":[' in html
    assert '<a class="lx-start" href="mulai/awal.html">' in html


def test_each_language_has_a_search_index_of_its_own(site: Path) -> None:
    """The page gives the language's root as the base of the search, results included."""
    indonesian = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    english = json.loads((site / "en/search/search_index.json").read_text("utf-8"))["docs"]
    assert {"Buku kas"} <= {entry["title"] for entry in indonesian}
    assert {"The cash book"} <= {entry["title"] for entry in english}
    assert [] == [entry for entry in (*indonesian, *english) if entry["location"].startswith("en/")]
    assert '"base": "../../en/"' in (site / "en/mulai/awal.html").read_text("utf-8")
    assert '"base": ".."' in (site / "mulai/awal.html").read_text("utf-8")


def test_answers_are_not_found_by_the_search(site: Path) -> None:
    """Explanations stand in the solution, which is left out of the index."""
    assert "Saldo baru = saldo lama" not in (site / "search/search_index.json").read_text("utf-8")


def test_pages_of_the_makers_are_not_part_of_the_site(site: Path) -> None:
    """docs/contributing and docs/curriculum are for those who carry on."""
    assert [] == [path for path in site.rglob("*") if "curriculum" in str(path.relative_to(site))]


def test_lost_addresses_get_a_page_in_both_languages(site: Path) -> None:
    """A server shows it for every address that is not there; it knows no language."""
    html = (site / "404.html").read_text("utf-8")
    assert '<html lang="id"' in html
    for title in ("Halaman ini tidak ada", "This page does not exist"):
        assert f"<h1>{title}</h1>" in html


def test_a_list_of_planned_units_alone_can_be_reached_by_keyboard(site: Path) -> None:
    """A list that scrolls and holds no link would be out of reach."""
    html = (site / "index.html").read_text("utf-8")
    lists = [part.split("</ul>")[0] for part in html.split('<ul class="md-nav__list"')[1:]]
    assert lists
    assert [] == [part for part in lists if "href=" not in part and not part.startswith(' tabindex="0"')]


PLANTED = {
    "unknown exercise": (
        "docs/mulai/awal.md",
        "<!-- exercise: pembukuan/buku-kas/stau -->",
        "mulai/awal.md:15: There is no exercise `pembukuan/buku-kas/stau`. Did you mean `pembukuan/buku-kas/satu`?",
    ),
    "unknown fixture": (
        "docs/mulai/awal.en.md",
        "<!-- table: kass.csv -->",
        "mulai/awal.en.md:15: There is no fixture `kass.csv`. Did you mean `kas.csv`?",
    ),
    "missing translation": (
        "docs/tambahan.md",
        "# Tambahan",
        "tambahan.md: the other language is missing; write tambahan.en.md.",
    ),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_fault_of_a_page_ends_a_strict_build(fault: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The sentence is among the warnings, and the build fails."""
    name, line, expected = PLANTED[fault]
    project = copy_project(tmp_path / "project")
    path = project / name
    path.write_text((path.read_text("utf-8") if path.exists() else "") + line + "\n", "utf-8")
    logging.getLogger("mkdocs").propagate = True
    with pytest.raises(BuildFailed), caplog.at_level(logging.WARNING):
        build_site(project)
    assert any(expected in message for message in caplog.messages), caplog.messages


def test_broken_exercises_stop_the_build_with_all_their_faults(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """One message names every fault of every folder."""
    project = copy_project(tmp_path / "project")
    unit = project / "exercises/pembukuan/buku-kas"
    (unit / "satu/text.en.md").unlink()
    (unit / "hitung/checks.py").unlink()
    logging.getLogger("mkdocs").propagate = True
    with pytest.raises(BuildFailed), caplog.at_level(logging.ERROR):
        build_site(project)
    assert 1 == len(caplog.messages)
    for expected in ("pembukuan/buku-kas/satu/text.en.md: The text is missing.", "pembukuan/buku-kas/hitung/checks.py"):
        assert expected in caplog.messages[0]


def test_a_folder_without_configuration_is_named(tmp_path: Path) -> None:
    """The command was started in the wrong place."""
    with pytest.raises(BuildFailed, match=r"mkdocs\.yml is missing\. Run the command in the folder of the project\."):
        build_site(tmp_path)

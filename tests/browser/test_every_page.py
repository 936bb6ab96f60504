"""Every page of the real site, opened on a phone: over http in light and dark, from the folder in light.

The colours are the same files both ways, and the small course is looked at in both schemes both ways.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest
from axe import violations
from reader import Reader

ROOT = Path(__file__).parent.parent.parent
LEFT_OUT = {"contributing", "curriculum"}
SCHEMES = {"light": "default", "dark": "slate"}
TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("body *")]
    .filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
    .map((part) => part.outerHTML.slice(0, 120))"""


def pages() -> list[str]:
    """The address of every page that docs/ holds, in both languages."""
    found = []
    for path in sorted((ROOT / "docs").rglob("*.md")):
        name = path.relative_to(ROOT / "docs")
        if name.parts[0] in LEFT_OUT:
            continue
        english = name.name.endswith(".en.md")
        plain = str(name).removesuffix(".md").removesuffix(".en") + ".html"
        found.append(f"en/{plain}" if english else plain)
    return found


PAGES = pages()


@dataclass(frozen=True, slots=True)
class Visit:
    """What one opening of a page showed."""

    errors: list[str]
    outside: list[str]
    wide: list[str]
    scheme: str
    violations: list[str]


@pytest.fixture(scope="module", params=[("http", "light"), ("http", "dark"), ("file", "light")], ids=" ".join)
def way(request) -> tuple[str, str]:
    """How a page is reached, and the scheme of the device."""
    return request.param


@pytest.fixture(scope="module")
def scheme(way) -> str:
    return way[1]


@pytest.fixture(scope="module", params=PAGES)
def path(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def visit(chromium, sites, path, way) -> Visit:
    """One visit for all facts below, with every part of the page open when axe looks."""
    mode, scheme = way
    context = chromium.new_context(viewport={"width": 360, "height": 800}, color_scheme=scheme)
    reader = Reader(context.new_page(), sites[mode].address)
    reader.open(path)
    reader.page.wait_for_load_state("networkidle")
    wide = reader.page.evaluate(TOO_WIDE)
    shown = reader.page.evaluate("document.body.dataset.mdColorScheme")
    reader.page.evaluate("for (const part of document.querySelectorAll('article details')) part.open = true")
    wide += reader.page.evaluate(TOO_WIDE)
    found = violations(reader)
    context.close()
    return Visit(reader.errors, reader.outside, wide, shown, found)


def test_a_page_causes_no_console_error(visit):
    """Not one, also not by a file that is missing."""
    assert [] == visit.errors


def test_a_page_asks_nothing_of_another_origin(visit):
    """The network is watched from the first request on."""
    assert [] == visit.outside


def test_a_page_fits_a_phone(visit):
    """Nothing is wider than 360 px, also with every fold open."""
    assert [] == visit.wide


def test_axe_finds_nothing_on_a_page(visit, scheme):
    """Names, roles and contrast hold in the scheme that the reader's device asks for."""
    assert SCHEMES[scheme] == visit.scheme
    assert [] == visit.violations


def test_every_page_of_the_site_is_among_those_opened(site):
    """No page is built that the tests above do not open."""
    built = {str(page.relative_to(site.folder)) for page in site.folder.rglob("*.html")}
    assert built - {"404.html", "BACA-DULU.html"} == set(PAGES)


def test_what_is_planted_is_found(chromium, site):
    """The tests above can fail: a picture without words, a wide block, an error and a request are all seen."""
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    reader = Reader(context.new_page(), site.address)
    reader.open("index.html")
    reader.page.evaluate(
        """() => {
          const wide = Object.assign(new Image(), { src: "http://127.0.0.1:9/x.png" });
          wide.style.cssText = "display: block; width: 500px; max-width: none";
          document.querySelector("article").append(wide);
          console.error("planted");
        }"""
    )
    reader.page.wait_for_load_state("networkidle")
    assert "planted" in reader.errors
    assert ["http://127.0.0.1:9/x.png"] == reader.outside
    assert [] != reader.page.evaluate(TOO_WIDE)
    assert ["image-alt"] == [found.partition(":")[0] for found in violations(reader)]
    context.close()

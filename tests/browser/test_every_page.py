"""Every page of the real site, opened on a phone, over http and from the folder."""

from pathlib import Path

import pytest
from axe import violations
from reader import Reader

ROOT = Path(__file__).parent.parent.parent
LEFT_OUT = {"contributing", "curriculum"}


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


def test_every_page_of_the_site_is_among_those_opened(site):
    """No page is built that the tests below do not open."""
    built = {str(path.relative_to(site.folder)) for path in site.folder.rglob("*.html")}
    assert built - {"404.html", "BACA-DULU.html"} == set(PAGES)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_clean_and_fits_a_phone(chromium, site, path):
    """No console error, no request to another origin, nothing wider than 360 px."""
    with Reader.of(chromium, site.address, viewport={"width": 360, "height": 800}) as reader:
        reader.open(path)
        reader.page.wait_for_load_state("networkidle")
        wide = reader.page.evaluate(
            """() => document.documentElement.scrollWidth <= innerWidth ? [] :
                 [...document.querySelectorAll("body *")]
                 .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
                 .map((e) => e.outerHTML.slice(0, 120))"""
        )
        assert [] == wide


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_a_page(chromium, site, path, scheme):
    """Names, roles and contrast hold in both schemes, with every part of the page open."""
    with Reader.of(chromium, site.address, viewport={"width": 1366, "height": 768}, color_scheme=scheme) as reader:
        reader.open(path)
        shown = reader.page.evaluate("document.body.dataset.mdColorScheme")
        assert {"light": "default", "dark": "slate"}[scheme] == shown
        reader.page.evaluate("for (const part of document.querySelectorAll('article details')) part.open = true")
        assert [] == violations(reader)


def test_axe_finds_a_fault_that_is_planted(chromium, site):
    """The test above can fail."""
    with Reader.of(chromium, site.address) as reader:
        reader.open("index.html")
        reader.page.evaluate("document.querySelector('article').append(new Image())")
        assert [found.partition(":")[0] for found in violations(reader)] == ["image-alt"]

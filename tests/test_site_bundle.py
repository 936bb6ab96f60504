"""The zip that opens from a folder."""

from __future__ import annotations

import base64
import gzip
import re
import zipfile

import pytest
from site_project import copy_project

from latihan.site.build import build_site
from latihan.site.bundle import PackFailed, file_script, pack_site, page_for_folder

SHIM = b"/* shim */"


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    site = build_site(copy_project(tmp_path_factory.mktemp("pack") / "project"))
    runtime = site / "assets" / "latihan" / "runtime"
    runtime.mkdir(parents=True)
    (runtime / "pyodide.asm.wasm").write_bytes(b"\0asm" * 1000)
    out = pack_site(site, SHIM, site.parent / "dist" / "latihan.zip")
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_everything_lies_in_one_folder_with_index_and_instructions(packed: dict[str, bytes]) -> None:
    """Unzipping anywhere makes one folder; `index.html` and `BACA-DULU.html` are at its top."""
    assert {"latihan"} == {name.split("/")[0] for name in packed}
    assert {"latihan/index.html", "latihan/BACA-DULU.html", "latihan/en/index.html"} <= set(packed)
    assert [] == [name for name in packed if name.endswith((".map", "404.html", "search_index.json"))]


def test_a_runtime_file_becomes_a_script_that_hands_it_over(packed: dict[str, bytes]) -> None:
    """A page from a folder cannot fetch, but it can load a classic script."""
    script = packed["latihan/assets/latihan/runtime/pyodide.asm.wasm.js"].decode()
    found = re.fullmatch(r'latihanFile\("pyodide\.asm\.wasm","([A-Za-z0-9+/=]+)"\)\n', script)
    assert found
    assert b"\0asm" * 1000 == gzip.decompress(base64.b64decode(found[1]))
    assert "latihan/assets/latihan/runtime/pyodide.asm.wasm" not in packed
    assert file_script("x", b"1") == file_script("x", b"1")


@pytest.mark.parametrize("name", ["pembukuan/buku-kas.html", "en/pembukuan/buku-kas.html"])
def test_a_page_knows_that_it_comes_from_a_folder(name: str, packed: dict[str, bytes]) -> None:
    """Mode `file`, and the search's shim before Material's own script."""
    html = packed[f"latihan/{name}"].decode()
    assert '"mode":"file"' in html
    assert '"mode":"http"' not in html
    up = "../" * name.count("/")
    assert html.index(f'<script src="{up}assets/latihan/search-shim.js">') < html.index("assets/javascripts/bundle.")
    assert SHIM == packed["latihan/assets/latihan/search-shim.js"]


def test_the_search_index_is_a_script(packed: dict[str, bytes]) -> None:
    """Material reads `__index` from `search_index.js` when the page comes from a folder."""
    for language in ("", "en/"):
        assert packed[f"latihan/{language}search/search_index.js"].startswith(b'var __index = {"config"')


def test_no_page_needs_anything_from_outside(packed: dict[str, bytes]) -> None:
    """Neither address nor attribute that a folder cannot serve."""
    pages = [content.decode() for name, content in packed.items() if name.endswith(".html")]
    assert 7 == len(pages)
    for html in pages:
        assert [] == re.findall(r'\s(?:href|src)="(?:[a-z]+:|/)[^"]*"', html)
        for word in ("crossorigin", "integrity=", 'type="module"', 'rel="canonical"'):
            assert word not in html


def test_attributes_that_make_a_browser_refuse_are_removed() -> None:
    """Modules become deferred scripts; canonical links and integrity go."""
    html = page_for_folder(
        '<head>\n<link rel="canonical" href="https://example.org/x"><link rel="stylesheet" href="a.css" crossorigin>'
        '<script type="module" src="a.js" integrity="sha256-x" crossorigin="anonymous"></script></head>',
        "x.html",
    )
    assert '<head><link rel="stylesheet" href="a.css" ><script defer src="a.js" ></script></head>' == html


def test_a_page_that_loads_from_outside_is_not_packed() -> None:
    """It would be broken without a network, so the author is told."""
    with pytest.raises(PackFailed) as failure:
        page_for_folder('<img alt="" src="https://example.org/x.png">', "a/b.html")
    assert (
        'a/b.html loads something from outside: <img alt="" src="https://example.org/x.png". Put it into the site.'
    ) == str(failure.value)


def test_a_link_to_a_source_outside_is_allowed() -> None:
    """A reader with a network may follow it; nothing is loaded by itself."""
    html = '<p><a href="https://example.org/">x</a></p>'
    assert html == page_for_folder(html, "x.html")


def test_the_instructions_are_in_both_languages_and_lead_to_both_home_pages(packed: dict[str, bytes]) -> None:
    """Whoever unzips reads this first, in a language of theirs."""
    html = packed["latihan/BACA-DULU.html"].decode()
    assert '<a href="index.html">' in html
    assert '<a href="en/index.html">' in html
    assert '<section lang="id">' in html
    assert '<section lang="en">' in html

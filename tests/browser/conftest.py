"""What the browser tests share: the sites, served and unpacked, and a reader who opens their pages."""

import os
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from drivers import Firefox, WebKit
from playwright.sync_api import Browser, sync_playwright
from reader import Reader
from served import served

from latihan.site.build import build_site
from latihan.site.bundle import FOLDER, pack_site

ROOT = Path(__file__).parent.parent.parent
COURSE = Path(__file__).parent / "course"
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True, slots=True)
class Place:
    """One way a site reaches its reader: the folder it lies in and the address it is opened by."""

    mode: str
    folder: Path
    address: str


def places(project: Path, work: Path) -> Iterator[dict[str, Place]]:
    """The site of a project over http and from its unpacked zip."""
    site = build_site(project, work / "site")
    shim = (ROOT / "web" / "build" / "search-shim.js").read_bytes()
    with zipfile.ZipFile(pack_site(site, shim, work / "site.zip")) as archive:
        archive.extractall(work)
    unpacked = work / FOLDER
    with served(site) as address:
        yield {"http": Place("http", site, address), "file": Place("file", unpacked, unpacked.as_uri() + "/")}


@pytest.fixture(scope="session")
def courses(tmp_path_factory):
    """The small course of these tests."""
    yield from places(COURSE, tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="session")
def sites(tmp_path_factory):
    """The real site."""
    yield from places(ROOT, tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="session", params=["http", "file"])
def mode(request) -> str:
    """Every test runs over http and from the folder."""
    return request.param


@pytest.fixture(scope="session")
def course(courses, mode) -> Place:
    return courses[mode]


@pytest.fixture(scope="session")
def site(sites, mode) -> Place:
    return sites[mode]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture
def reader(chromium, course) -> Iterator[Reader]:
    """A new reader of the course, who must have seen no error and no request to the outside in the end."""
    with reading(chromium, course) as found:
        yield found


def reading(chromium, place, **settings):
    return Reader.of(chromium, place.address, **settings)


@pytest.fixture(scope="session")
def firefox():
    with Firefox.started() as browser:
        yield browser


@pytest.fixture(scope="session")
def webkit():
    with WebKit.started() as browser:
        yield browser


@pytest.fixture
def other(request):
    """The other browsers, each by its name."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def broken(course, tmp_path):
    """A copy of the course that lacks a runtime file, and the way to put it back."""
    copy = tmp_path / "copy"
    shutil.copytree(course.folder, copy, copy_function=os.link)
    name = "pyodide.asm.wasm" + ("" if course.mode == "http" else ".js")
    lacking, kept = copy / "assets" / "latihan" / "runtime" / name, tmp_path / name
    lacking.rename(kept)
    if course.mode == "http":
        with served(copy) as address:
            yield address, lambda: kept.rename(lacking)
    else:
        yield copy.as_uri() + "/", lambda: kept.rename(lacking)

"""The whole site as a download on the home page."""

import re
import zipfile

import pytest
from reader import Reader


@pytest.mark.parametrize("path", ["index.html", "en/index.html"])
def test_the_home_page_offers_the_zip_and_its_size(chromium, sites, path):
    """The link leads to a whole zip of the size that is written on it, to the nearest megabyte."""
    with Reader.of(chromium, sites["http"].address) as reader:
        reader.open(path)
        link = reader.page.locator("a[download]")
        target = sites["http"].folder / link.evaluate("link => new URL(link.href).pathname").split("/latihan/", 1)[1]
        with zipfile.ZipFile(target) as archive:
            assert archive.testzip() is None
            assert "latihan/index.html" in archive.namelist()
        written = int(re.search(r"(\d+) MB", link.inner_text())[1])
    assert written == round(target.stat().st_size / 1e6)


@pytest.mark.parametrize("path", ["index.html", "en/index.html"])
def test_the_page_in_the_zip_offers_no_download(chromium, sites, path):
    """Whoever reads it from a folder has it already; a link would lead nowhere."""
    with Reader.of(chromium, sites["file"].address) as reader:
        reader.open(path)
        assert 0 == reader.page.locator("a[download]").count()

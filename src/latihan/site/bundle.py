"""The built site as a zip that opens from a folder, without server and network."""

from __future__ import annotations

import base64
import gzip
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath

from latihan.site.readme import readme_html

FOLDER = "latihan"
RUNTIME = PurePosixPath("assets/latihan/runtime")
SHIM = PurePosixPath("assets/latihan/search-shim.js")
OFFLINE = "latihan-offline.zip"
_LEFT_OUT = re.compile(rf"{re.escape(OFFLINE)}|404\.html|sitemap\.xml(\.gz)?|.*\.map|assets/javascripts/lunr/.*")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_BUNDLE = re.compile(r'<script src="([^"]*)assets/javascripts/bundle\.')
# Attributes and elements that a page opened from a folder cannot have: they make a browser refuse or look outside.
_REMOVED = (
    re.compile(r"\s*<link rel=\"(?:canonical|preconnect|alternate|manifest)\"[^>]*>"),
    re.compile(r"(?<=\s)(?:crossorigin(?:=\"[^\"]*\")?|integrity=\"[^\"]*\")\s*(?=[^<>]*>)"),
)
_DOWNLOAD = re.compile(rf'<a [^>]*href="[^"]*{re.escape(OFFLINE)}"[^>]*>(.*?)</a>', re.DOTALL)
_MODULE = re.compile(r'(<script[^>]*?) type="module"')
OUTSIDE = re.compile(r"""<(?:link|script|img|iframe|source)\b[^>]*?\s(?:href|src)=["'](?:[a-z]+:)?//[^"']*["']""")


class PackFailed(RuntimeError):
    """The site cannot be packed; the message names the file."""


def pack_site(site: Path, shim: bytes, out: Path) -> Path:
    """Writes the zip `out`; `shim` is the script that lets the search work without a server."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted((*packed_files(site), (str(SHIM), shim), ("BACA-DULU.html", readme_html()))):
            info = zipfile.ZipInfo(f"{FOLDER}/{name}", _EPOCH)
            info.external_attr = 0o644 << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
    return out


def packed_files(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the zip by its name below the top folder."""
    for path in sorted(site.rglob("*")):
        name = PurePosixPath(path.relative_to(site).as_posix())
        if path.is_dir() or _LEFT_OUT.fullmatch(str(name)):
            continue
        content = path.read_bytes()
        if name.parent == RUNTIME:
            yield f"{name}.js", file_script(name.name, content)
        elif name.name == "search_index.json":
            yield str(name.with_suffix(".js")), b"var __index = " + content
        elif name.suffix == ".html":
            yield str(name), page_for_folder(content.decode(), str(name)).encode()
        else:
            yield str(name), content


@cache
def file_script(name: str, content: bytes) -> bytes:
    """A classic script that hands a file to the page, since a page from a folder cannot fetch one."""
    packed = base64.b64encode(gzip.compress(content, 9, mtime=0)).decode()
    return f'latihanFile("{name}","{packed}")\n'.encode()


def page_for_folder(html: str, name: str) -> str:
    """The page for `file://`; raises `PackFailed` when it still loads something from another address."""
    html = html.replace('"mode":"http"', '"mode":"file"', 1)
    for pattern in _REMOVED:
        html = pattern.sub("", html)
    html = _DOWNLOAD.sub(r"\1", html)  # whoever reads it there has it already
    html = _MODULE.sub(r"\1 defer", html)
    html = _BUNDLE.sub(lambda found: f'<script src="{found[1]}{SHIM}"></script>{found[0]}', html, count=1)
    outside = OUTSIDE.search(html)
    if outside:
        raise PackFailed(f"{name} loads something from outside: {outside[0]}. Put it into the site.")
    return html

"""Serves the site: to its author with reload, or to a class on the room's network."""

from __future__ import annotations

import gzip
import socket
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO, StringIO
from pathlib import Path
from typing import BinaryIO

import segno
from mkdocs.commands.serve import serve as mkdocs_serve

_TYPES = {".wasm": "application/wasm", ".js": "text/javascript", ".svg": "image/svg+xml"}
_PACKED = frozenset({".html", ".css", ".js", ".json", ".svg", ".wasm"})


class PortTaken(RuntimeError):
    """Something else listens on the port."""


def check_port(host: str, port: int) -> None:
    """Raises `PortTaken` when nothing more can listen there."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(
                f"Port {port} is taken by another program. Stop that program, or choose another port: "
                f"latihan serve --port {port + 1}"
            ) from error


def serve_author(project: Path, port: int) -> None:
    """Builds, serves on localhost and builds again whenever a page, an exercise or a message changes."""
    sources = (project / "overrides", project / "exercises", project / "src" / "latihan" / "messages")
    watched = [str(path) for path in sources if path.exists()]
    mkdocs_serve(str(project / "mkdocs.yml"), watch=watched, dev_addr=f"127.0.0.1:{port}", strict=False)


def lan_address() -> str | None:
    """This machine's address on the room's network; asks the routing table only, nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        address: str = probe.getsockname()[0]
    return None if address.startswith("127.") else address


def qr_code(url: str) -> str:
    """The address as a QR code in characters of the terminal."""
    out = StringIO()
    segno.make(url, error="m").terminal(out, compact=True)
    return out.getvalue()


class ClassHandler(SimpleHTTPRequestHandler):
    """Static files, packed where the browser takes that: thirty phones share one Wi-Fi."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **_TYPES}  # noqa: RUF012 (as in the base class)
    packed: dict[tuple[str, float], bytes] = {}  # noqa: RUF012 (shared by all requests on purpose)

    def send_head(self) -> BinaryIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        takes_gzip = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (takes_gzip and path.is_file() and path.suffix in _PACKED):
            return super().send_head()
        return self._send_packed(path)

    def _send_packed(self, path: Path) -> BinaryIO | None:
        key = (str(path), path.stat().st_mtime)
        changed = self.date_time_string(key[1])
        if self.headers.get("If-Modified-Since") == changed:
            self.send_response(304)
            self.end_headers()
            return None
        if key not in self.packed:
            self.packed[key] = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        # A phone asks before it loads again: the runtime is megabytes, and the trainer may have built anew.
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Last-Modified", changed)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(self.packed[key])))
        self.end_headers()
        return BytesIO(self.packed[key])

    def log_message(self, format: str, *args: object) -> None:
        return


def class_server(site: Path, host: str, port: int) -> ThreadingHTTPServer:
    """A server of the built site for many readers, ready to `serve_forever`."""
    return ThreadingHTTPServer((host, port), partial(ClassHandler, directory=str(site)))

"""Serving the site."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from latihan.site.serve import PortTaken, check_port, class_server, lan_address, qr_code


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """A class server of a folder with one page and one picture."""
    (tmp_path / "index.html").write_text("<p>" + "kas " * 1000)
    (tmp_path / "x.wasm").write_bytes(b"\0asm" * 100)
    (tmp_path / "x.png").write_bytes(b"png")
    server = class_server(tmp_path, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


def get(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", path, headers={key.replace("_", "-"): value for key, value in headers.items()})
    answer = connection.getresponse()
    return answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read()


def test_a_taken_port_is_said_plainly_with_another_to_try() -> None:
    """The command fails before the long build."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        with pytest.raises(PortTaken) as failure:
            check_port("127.0.0.1", taken)
    assert (
        f"Port {taken} is taken by another program. Stop that program, or choose another port: "
        f"latihan serve --port {taken + 1}"
    ) == str(failure.value)


def test_a_free_port_passes() -> None:
    """The check leaves the port free."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        free = other.getsockname()[1]
    check_port("127.0.0.1", free)
    check_port("127.0.0.1", free)


def test_a_class_gets_files_packed(port: int) -> None:
    """Thirty phones share one Wi-Fi; the type stays that of the file."""
    status, headers, body = get(port, "/x.wasm", Accept_Encoding="gzip")
    assert (200, "application/wasm", "gzip") == (status, headers["content-type"], headers["content-encoding"])
    assert b"\0asm" * 100 == gzip.decompress(body)
    status, headers, body = get(port, "/", Accept_Encoding="gzip")
    assert (200, True) == (status, len(body) < 200)
    assert gzip.decompress(body).startswith(b"<p>kas")


def test_a_phone_loads_an_unchanged_file_once(port: int) -> None:
    """On the next page it asks with the date it was given, and gets an answer without the file."""
    first = get(port, "/x.wasm", Accept_Encoding="gzip")[1]
    again = get(port, "/x.wasm", Accept_Encoding="gzip", If_Modified_Since=first["last-modified"])
    assert ("no-cache", 304, b"") == (first["cache-control"], again[0], again[2])


def test_a_browser_that_cannot_unpack_gets_plain_files(port: int) -> None:
    """Pictures are packed already and come as they are."""
    assert b"\0asm" * 100 == get(port, "/x.wasm")[2]
    assert "content-encoding" not in get(port, "/x.png", Accept_Encoding="gzip")[1]
    assert 404 == get(port, "/none.html", Accept_Encoding="gzip")[0]
    assert 404 == get(port, "/../secret", Accept_Encoding="gzip")[0]


def test_the_qr_code_is_drawn_in_characters() -> None:
    """A phone's camera reads it from the trainer's screen; another address gives another code."""
    lines = qr_code("http://192.168.1.7:8000/").rstrip("\n").splitlines()
    assert len(lines) > 10
    assert qr_code("http://192.168.1.7:8000/") != qr_code("http://192.168.1.8:8000/")


def test_the_address_for_the_class_is_not_this_machine_alone() -> None:
    """`127.…` would not be reachable from a phone."""
    address = lan_address()
    assert address is None or not address.startswith("127.")

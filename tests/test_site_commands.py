"""What the commands say."""

from __future__ import annotations

import socket
import zipfile
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from site_project import copy_project

from latihan.site import commands


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("commands") / "project")


def test_build_says_how_many_pages_it_made(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three pages in two languages, and the one for lost addresses."""
    site = commands.build(project)
    assert project / "site" == site
    said = capsys.readouterr().out
    assert said.startswith("Building the site in Indonesian and English …\nBuilt 7 pages into site/ in ")


def test_pack_without_the_search_shim_says_how_to_make_it(project: Path) -> None:
    """The zip would open without a search."""
    with pytest.raises(click.ClickException) as failure:
        commands.pack(project)
    expected = f"{project / 'web/build/search-shim.js'} is missing. Run `npm run build` in the folder web/."
    assert expected == failure.value.message


def test_pack_names_the_zip_after_the_version(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says where the zip lies and how large it is."""
    shim = project / "web" / "build" / "search-shim.js"
    shim.parent.mkdir(parents=True)
    shim.write_text("/* shim */")
    commands.pack(project)
    out = project / "dist" / f"latihan-{version('latihan')}.zip"
    assert f"Packed {out} (" in capsys.readouterr().out
    assert None is zipfile.ZipFile(out).testzip()


def test_serve_fails_before_the_build_when_the_port_is_taken(project: Path) -> None:
    """A build takes a while; the answer about the port does not."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(click.ClickException, match="is taken by another program"):
            commands.serve(project, other.getsockname()[1], False)


def test_a_build_that_fails_ends_the_command(project: Path) -> None:
    """The exit code is 1 and the last line says why."""
    with pytest.raises(click.ClickException, match=r"mkdocs\.yml is missing"):
        commands.build(project.parent)

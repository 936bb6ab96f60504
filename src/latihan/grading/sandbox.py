"""Where a learner's code runs: with builtins of its own, and everything put back afterwards."""

from __future__ import annotations

import builtins
import io
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, NoReturn

from latihan.grading.files import Files
from latihan.grading.guard import ModuleBlocked, guard
from latihan.grading.output import Output
from latihan.grading.putback import Remembered, put_back, remember, remember_new

FILENAME = "<program>"
_HOST = frozenset({"js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core"})
# The first group is absent in the browser, the others start threads and processes or reach for the network.
BLOCKED = _HOST | {
    *("curses", "dbm", "ensurepip", "fcntl", "grp", "idlelib", "lzma", "pwd", "readline", "resource", "sqlite3", "ssl",
      "syslog", "termios", "tkinter", "turtle", "turtledemo", "venv"),
    *("_posixsubprocess", "_thread", "asyncio", "concurrent", "ctypes", "multiprocessing", "pty", "signal",
      "subprocess", "threading"),
    *("ftplib", "http", "imaplib", "poplib", "select", "selectors", "smtplib", "socket", "socketserver", "urllib",
      "webbrowser", "wsgiref", "xmlrpc"),
}  # fmt: skip
_OFFERED = sys.stdlib_module_names | {"latihan", "__main__"}
_open: list[Remembered] = []


class InputCalled(Exception):
    """The program asked for input, and nobody is there to type."""


class ExitCalled(Exception):
    """The program tried to end the interpreter."""


class _NoInput(io.TextIOBase):
    def readable(self) -> bool:
        return True

    def read(self, *_: Any) -> NoReturn:
        raise InputCalled

    readline = read


def _capped(limit: int) -> Callable[[int], None]:
    """`sys.setrecursionlimit` that never goes above the host's limit: deeper, the stack of the browser breaks."""
    set_limit = sys.setrecursionlimit
    return lambda depth: set_limit(min(depth, limit))


def _refuse_input(*_: Any) -> NoReturn:
    raise InputCalled


def _refuse_exit(*_: Any) -> NoReturn:
    raise ExitCalled


def learner_builtins(files: Files) -> dict[str, Any]:
    """A copy of the builtins for one program, with `open`, `input`, `exit` and `__import__` of its own."""

    def import_(name: str, *rest: Any, **options: Any) -> ModuleType:
        root = name.partition(".")[0]
        if root in BLOCKED or name.startswith("latihan.grading"):
            raise ModuleBlocked(f"{name} is not offered here", name=name)
        if root and root not in _OFFERED:
            raise ModuleNotFoundError(f"No module named {root!r}", name=root)
        try:
            return builtins.__import__(name, *rest, **options)
        finally:
            for kept in _open:
                remember_new(kept)

    return {
        **vars(builtins),
        "open": files.open,
        "input": _refuse_input,
        "breakpoint": _refuse_input,
        "exit": _refuse_exit,
        "quit": _refuse_exit,
        "__import__": import_,
    }


@contextmanager
def sandbox(files: Files, output: Output) -> Iterator[None]:
    """While open, learner code may run; afterwards builtins and the standard library are as they were."""
    before = remember()
    _open.append(before)
    limit = sys.getrecursionlimit()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sys.stdout, sys.stderr, sys.stdin = output, output, _NoInput()
        sys.argv = [FILENAME]
        sys.setrecursionlimit = _capped(limit)
        io.open = files.open  # type: ignore[assignment]
        os.stat = os.lstat = files.stat
        os.listdir = files.listdir  # type: ignore[assignment]
        os._exit = os.abort = os.kill = _refuse_exit  # type: ignore[assignment]
        _hide_host()
        try:
            with guard():
                yield
        finally:
            _open.pop()
            put_back(before)
            sys.setrecursionlimit(limit)


def _hide_host() -> None:
    """The browser's modules are not to be had by way of `sys.modules` or `importlib` either."""
    for name in sys.modules:
        if name.partition(".")[0] in _HOST:
            sys.modules[name] = None  # type: ignore[assignment]
    sys.meta_path[:] = [finder for finder in sys.meta_path if not _from_host(finder)]


def _from_host(finder: object) -> bool:
    return str(getattr(finder, "__module__", "")).partition(".")[0] in _HOST

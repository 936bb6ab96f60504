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
from latihan.grading.output import Output

FILENAME = "<program>"
BLOCKED = frozenset(
    {"js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core", "ctypes", "multiprocessing", "socket", "subprocess"}
)


class InputCalled(Exception):
    """The program asked for input, and nobody is there to type."""


class ExitCalled(Exception):
    """The program tried to end the interpreter."""


class ModuleBlocked(ImportError):
    """The program imported a module that is not offered here; `name` says which."""


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
        if name.partition(".")[0] in BLOCKED or name.startswith("latihan.grading"):
            raise ModuleBlocked(f"{name} is not offered here", name=name)
        return builtins.__import__(name, *rest, **options)

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
    before = _snapshot()
    limit = sys.getrecursionlimit()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sys.stdout, sys.stderr, sys.stdin = output, output, _NoInput()
        sys.argv = [FILENAME]
        sys.setrecursionlimit = _capped(limit)
        io.open = files.open  # type: ignore[assignment]
        os._exit = os.abort = os.kill = _refuse_exit  # type: ignore[assignment]
        try:
            yield
        finally:
            _restore(before)
            sys.setrecursionlimit(limit)


Snapshot = list[tuple[dict[str, Any], dict[str, Any]]]


def _snapshot() -> Snapshot:
    """The names of every loaded module of the standard library, the program's helpers among them."""
    modules = [m for name, m in list(sys.modules.items()) if _is_library(name) and isinstance(m, ModuleType)]
    return [(vars(module), dict(vars(module))) for module in modules]


def _restore(before: Snapshot) -> None:
    for names, saved in before:
        for name, value in saved.items():
            if names.get(name, _restore) is not value:
                names[name] = value
        if names is vars(builtins):
            for name in names.keys() - saved.keys():
                del names[name]


def _is_library(name: str) -> bool:
    root = name.partition(".")[0]
    return root in sys.stdlib_module_names or name.startswith("latihan")

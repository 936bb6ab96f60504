"""Where a learner's code runs: its own builtins, its files in memory, its output caught, all put back afterwards."""

from __future__ import annotations

import builtins
import io
import os
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType
from typing import Any, NoReturn

FILENAME = "<program>"
BLOCKED = frozenset(
    {"js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core", "ctypes", "multiprocessing", "socket", "subprocess"}
)
MAX_LINES = 10_000
MAX_CHARACTERS = 250_000


class InputCalled(Exception):
    """The program asked for input, and nobody is there to type."""


class ExitCalled(Exception):
    """The program tried to end the interpreter."""


class ModuleBlocked(ImportError):
    """The program imported a module that is not offered here; `name` says which."""


class FileOutside(PermissionError):
    """The program opened a path outside the exercise's own files."""


class Output(io.TextIOBase):
    """What a program prints, kept up to a limit; the rest is dropped and `truncated` set."""

    def __init__(self, write: Callable[[str], None] | None = None) -> None:
        self._parts: list[str] = []
        self._lines = self._characters = 0
        self._write = write
        self.truncated = False

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if not self.truncated:
            kept = self._cut(text)
            self._parts.append(kept)
            if self._write and kept:
                self._write(kept)
        return len(text)

    def _cut(self, text: str) -> str:
        if self._lines == MAX_LINES:
            text, kept = text or " ", ""
        else:
            kept = text[: MAX_CHARACTERS - self._characters]
        lines = kept.count("\n")
        if self._lines + lines > MAX_LINES:
            kept = "".join(kept.splitlines(keepends=True)[: MAX_LINES - self._lines])
            lines = kept.count("\n")
        self._characters += len(kept)
        self._lines += lines
        self.truncated = len(kept) < len(text)
        return kept

    @property
    def text(self) -> str:
        return "".join(self._parts)


class Files:
    """The files of one run, in memory: those of the exercise, and whatever the program writes."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self.given = dict(given)
        self.written: dict[str, str] = {}

    @property
    def names(self) -> list[str]:
        return sorted({*self.given, *self.written})

    def open(
        self,
        file: Any,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        *_: Any,
        **__: Any,
    ) -> io.IOBase:
        """As the builtin `open`, on the names of this run alone; UTF-8 unless `encoding` says otherwise."""
        name = str(file) if isinstance(file, int) else os.fsdecode(file)
        plain = name.removeprefix("./")
        if isinstance(file, int) or "/" in plain or "\\" in plain or plain in {"", ".", ".."}:
            raise FileOutside(13, "not one of the exercise's files", name)
        if "x" in mode and plain in self.names:
            raise FileExistsError(17, "File exists", name)
        if "r" in mode and plain not in self.names:
            raise FileNotFoundError(2, "No such file", name)
        text = "" if set(mode) & set("wx") else self.written.get(plain, self.given.get(plain, ""))
        writes = set(mode) & set("wax+")
        stream = _Saved(self, plain, text.encode()) if writes else io.BytesIO(text.encode())
        if "a" in mode:
            stream.seek(0, io.SEEK_END)
        return stream if "b" in mode else io.TextIOWrapper(stream, encoding or "utf-8", errors, newline)


class _Saved(io.BytesIO):
    """A file being written: its text is kept with the run's files when it is flushed or closed."""

    def __init__(self, files: Files, name: str, start: bytes) -> None:
        super().__init__(start)
        self._files, self._name = files, name
        self.flush()

    def flush(self) -> None:
        self._files.written[self._name] = self.getvalue().decode(errors="replace")

    def close(self) -> None:
        if not self.closed:
            self.flush()
        super().close()


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

"""Names what went wrong when a learner's program stopped, in words' keys that a beginner's reply can be written for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from types import TracebackType

from latihan.grading.deadline import TimeIsUp
from latihan.grading.files import FileOutside
from latihan.grading.guard import ModuleBlocked
from latihan.grading.result import Feedback, tell
from latihan.grading.sandbox import (
    BLOCKED,
    FILENAME,
    ExitCalled,
    InputCalled,
)

Values = dict[str, object]

_BY_MESSAGE: dict[type[BaseException], tuple[tuple[str, str], ...]] = {
    TypeError: (
        (r"can only concatenate str|must be str, not|unsupported operand.*'(str)' and|unsupported operand.*and '(str)'",
         "text_with_number"),
        (r"'NoneType'", "none_in_calculation"),
        (r"unsupported operand type\(s\) for (?P<operator>\S+): '(?P<left>\w+)' and '(?P<right>\w+)'", "types_mixed"),
        (r"(?P<name>[\w.<>]+)\(\) missing \d+ required", "argument_missing"),
        (r"(?P<name>[\w.<>]+)\(\) takes .* given", "argument_extra"),
        (r"'(?P<type>\w+)' object is not callable", "not_callable"),
        (r"'(?P<type>\w+)' object is not (iterable|subscriptable)", "not_a_list"),
        (r"indices must be integers", "index_not_integer"),
    ),
    ValueError: (
        (r"invalid literal for int\(\) with base 10: (?P<text>.*)", "int_of_text"),
        (r"could not convert string to float: (?P<text>.*)", "float_of_text"),
        (r"(not enough|too many) values to unpack", "unpack_mismatch"),
    ),
}  # fmt: skip
_PLAIN: tuple[tuple[type[BaseException], str], ...] = (
    (TimeIsUp, "timeout"),
    (RecursionError, "recursion"),
    (MemoryError, "memory"),
    (InputCalled, "input_called"),
    (EOFError, "input_called"),
    (ExitCalled, "exit_called"),
    (SystemExit, "exit_called"),
    (ZeroDivisionError, "zero_division"),
    (IndexError, "index_error"),
    (AssertionError, "assertion_failed"),
    (UnicodeError, "encoding_wrong"),
)

_ERRNO = re.compile(r"^\[Errno \d+\] ")  # the browser's Python numbers them in another way


def crash_feedback(error: BaseException, names: Iterable[str], files: Iterable[str]) -> Feedback:
    """The shared reply to an error in the learner's code, with the learner's own line.

    `names` are the names that the program has, `files` those it may open: the nearest one is offered.
    """
    line = learner_line(error.__traceback__)
    original = _ERRNO.sub("", str(error))[:300]
    values: Values = {"line": str(line or "?"), "type": type(error).__name__, "original": original}
    key, found = _classify(error, list(names), list(files))
    return tell(key, at=line, **{**values, **found})


def learner_line(trace: TracebackType | None) -> int | None:
    """The innermost line of the program, None where it has no part in the error.

    A function's own first line stands only where nothing else is known.
    """
    line = None
    while trace:
        code = trace.tb_frame.f_code
        if code.co_filename == FILENAME and (line is None or trace.tb_lineno != code.co_firstlineno):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _classify(error: BaseException, names: list[str], files: list[str]) -> tuple[str, Values]:
    for kind, key in _PLAIN:
        if isinstance(error, kind):
            return key, {}
    for known, name_it in _NAMED:
        if isinstance(error, known):
            return name_it(error, names, files)
    for kind, patterns in _BY_MESSAGE.items():
        if isinstance(error, kind):
            for pattern, key in patterns:
                if match := re.search(pattern, str(error)):
                    return key, {name: value for name, value in match.groupdict().items() if value}
            return kind.__name__.replace("Error", "_error").lower(), {}
    return "crash", {}


def _name(error: BaseException, names: list[str], _: list[str]) -> tuple[str, Values]:
    assert isinstance(error, NameError)
    name = error.name or ""
    if isinstance(error, UnboundLocalError):
        return "name_not_yet", {"name": str(error).split("'")[1] if "'" in str(error) else name}
    close = nearest(name, names)
    return ("name_error_near", {"name": name, "near": close}) if close else ("name_error", {"name": name})


def _module(error: BaseException, _: list[str], __: list[str]) -> tuple[str, Values]:
    assert isinstance(error, ImportError)
    root = (error.name or "").partition(".")[0]
    blocked = isinstance(error, ModuleBlocked) or root in BLOCKED
    if not blocked and not isinstance(error, ModuleNotFoundError):
        return "import_failed", {"name": error.name or ""}
    return ("module_blocked" if blocked else "module_missing"), {"name": error.name or ""}


def _file(error: BaseException, _: list[str], files: list[str]) -> tuple[str, Values]:
    assert isinstance(error, OSError)
    name, offered = str(error.filename or ""), ", ".join(files) or "–"
    if isinstance(error, FileOutside):
        return "file_outside", {"name": name, "files": offered}
    if isinstance(error, FileNotFoundError):
        return "file_missing", {"name": name, "files": offered}
    return "crash", {}


def _key(error: BaseException, _: list[str], __: list[str]) -> tuple[str, Values]:
    return "key_missing", {"name": repr(error.args[0]) if error.args else ""}


def _attribute(error: BaseException, _: list[str], __: list[str]) -> tuple[str, Values]:
    assert isinstance(error, AttributeError)
    if error.obj is None:
        return "none_in_calculation", {}
    return "attribute_missing", {"name": error.name or "", "type": type(error.obj).__name__}


_NAMED: tuple[tuple[type[BaseException], Callable[[BaseException, list[str], list[str]], tuple[str, Values]]], ...] = (
    (NameError, _name),
    (ImportError, _module),
    (OSError, _file),
    (KeyError, _key),
    (AttributeError, _attribute),
)


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name most like `name`, whatever its case, or None."""
    by_lower = {known.lower(): known for known in names}
    close = get_close_matches(name.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[close[0]] if close else None

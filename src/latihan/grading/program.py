"""The learner's program as checks see it: run, call, look at; whatever goes wrong in it becomes a shared reply."""

from __future__ import annotations

import ast
import builtins
import copy
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import monotonic
from types import CodeType
from typing import Any

from latihan.grading.deadline import deadline
from latihan.grading.errors import crash_feedback, nearest
from latihan.grading.files import Files
from latihan.grading.output import Output
from latihan.grading.result import Feedback, Status, Stop, tell
from latihan.grading.sandbox import FILENAME, learner_builtins, sandbox
from latihan.grading.syntax import syntax_feedback

FilesGiven = Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the program: what it printed, its names, the files it wrote."""

    output: str
    truncated: bool = False
    names: dict[str, Any] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)


class Crash(Exception):
    """A run that did not finish, with its reply and the output so far."""

    def __init__(self, status: Status, feedback: Feedback, run: Run) -> None:
        super().__init__(feedback.key)
        self.status, self.feedback, self.run = status, feedback, run


def parse(source: str) -> ast.Module:
    """The program's tree; raises `Stop` with the reply to a syntax error."""
    try:
        return ast.parse(source, FILENAME)
    except SyntaxError as error:
        raise Stop("error", syntax_feedback(error, source)) from None
    except (ValueError, MemoryError, RecursionError) as error:
        raise Stop("error", tell("syntax_error", at=1, line="1", code="", original=str(error))) from None


def compiled(tree: ast.Module, source: str) -> CodeType:
    """The code of a tree; what only the compiler finds, as `return` outside a function, raises `Stop` too."""
    try:
        return compile(tree, FILENAME, "exec")
    except SyntaxError as error:
        raise Stop("error", syntax_feedback(error, source)) from None


def execute(code: CodeType, data: Mapping[str, str], until: float, write: Callable[[str], None] | None = None) -> Run:
    """Runs code as a script until it ends or `time.monotonic()` passes `until`; `Crash` if it does not finish."""
    files, output = Files(data), Output(write)
    names: dict[str, Any] = {"__name__": "__main__", "__builtins__": learner_builtins(files)}
    _guarded(lambda: exec(code, names), code, names, files, output, until)
    return Run(output.text, output.truncated, names, files.written)


def _guarded(
    action: Callable[[], Any], code: CodeType, names: dict[str, Any], files: Files, output: Output, until: float
) -> Any:
    try:
        with sandbox(files, output), deadline(code, until):
            return action()
    except BaseException as error:
        known = [*names, *vars(builtins)]
        feedback = crash_feedback(error, known, files.names)
        run = Run(output.text, output.truncated, {}, files.written)
        error.__traceback__ = None
        names.clear()  # a gigabyte of list must not live on in a cycle, to be walked by the collector of the next run
        raise Crash("timeout" if feedback.key == "timeout" else "error", feedback, run) from None


class LearnerProgram:
    """What a check may ask of the learner's program; see docs/contributing/architecture.md."""

    def __init__(self, source: str, data: Mapping[str, str], seconds: float) -> None:
        self.source = source
        self.tree = parse(source)
        self._data = dict(data)
        self._until = monotonic() + seconds
        self._code = compiled(self.tree, source)
        self._runs: dict[tuple[tuple[str, str], ...], Run] = {}

    def run(self, files: FilesGiven = None) -> Run:
        """The program as a script, with `files` (name to text) beside or instead of the exercise's own."""
        key = tuple(sorted((files or {}).items()))
        if key not in self._runs:
            self._runs[key] = self._execute(self._code, files)
        return self._runs[key]

    @property
    def output(self) -> str:
        return self.run().output

    @property
    def names(self) -> dict[str, Any]:
        return self.run().names

    def value(self, name: str) -> Any:
        """What `name` holds after the program has run; a missing name is told to the learner."""
        names = self.names
        if name not in names:
            self._tell_missing("missing_name", name)
        try:
            return copy.deepcopy(names[name])
        except Exception:  # a generator or an open file cannot be copied
            return names[name]

    def rerun(self, files: FilesGiven = None, **assigned: Any) -> Run:
        """A run in which the top-level assignments of these names have these values instead.

        A name that the program never assigns is told to the learner as missing.
        """
        tree = copy.deepcopy(self.tree)
        for name, value in assigned.items():
            for node in tree.body:
                if _assigns(node, name):
                    node.value = ast.copy_location(ast.parse(repr(value), mode="eval").body, node.value)  # type: ignore[attr-defined]
                    break
            else:
                self._tell_missing("missing_name", name)
        return self._execute(compiled(ast.fix_missing_locations(tree), self.source), files)

    def call(self, name: str, *arguments: Any, files: FilesGiven = None) -> Any:
        """What the learner's function gives for copies of the arguments.

        A function that is missing, cannot take the arguments, changes them or returns nothing is told to the learner.
        """
        run = self.run(files)
        function = run.names.get(name)
        self._must_take(name, function, arguments)
        given = copy.deepcopy(arguments)
        memory, output = Files({**self._data, **(files or {})}), Output()
        try:
            got = _guarded(lambda: function(*given), self._code, run.names, memory, output, self._until)  # type: ignore[misc]
        except Crash as crash:
            raise Stop(crash.status, crash.feedback) from None
        if given != arguments:
            raise Stop("failed", tell("arguments_changed", name=name))
        if got is None:
            key = "printed_instead" if output.text else "nothing_returned"
            raise Stop("failed", tell(key, name=name))
        return got

    def _execute(self, code: CodeType, files: FilesGiven) -> Run:
        try:
            return execute(code, {**self._data, **(files or {})}, self._until)
        except Crash as crash:
            raise Stop(crash.status, crash.feedback) from None

    def _must_take(self, name: str, function: object, arguments: tuple[Any, ...]) -> None:
        if function is None:
            self._tell_missing("missing_function", name)
        if isinstance(function, type):
            raise Stop("failed", tell("class_not_function", name=name))
        if not callable(function):
            raise Stop("failed", tell("not_a_function", name=name))
        try:
            signature = inspect.signature(function)
            signature.bind(*arguments)
        except ValueError:
            return
        except TypeError:
            found = len(signature.parameters)
            raise Stop("failed", tell("signature_wrong", name=name, expected=len(arguments), found=found)) from None

    def _tell_missing(self, key: str, name: str) -> None:
        own = [known for known in self.names if not known.startswith("__")]
        near = nearest(name, own)
        values = {"name": name, "near": near} if near else {"name": name}
        raise Stop("failed", tell(f"{key}_near" if near else key, **values))


def _assigns(node: ast.stmt, name: str) -> bool:
    if isinstance(node, ast.AnnAssign):
        return isinstance(node.target, ast.Name) and node.target.id == name and node.value is not None
    return isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in node.targets)

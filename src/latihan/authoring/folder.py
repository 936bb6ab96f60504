"""Reads an exercise folder whole, or says everything that is wrong with it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from latihan.authoring.agree import text_faults
from latihan.authoring.fault import Fault, listed, nearest
from latihan.authoring.parse_text import parse_text
from latihan.authoring.settings import Settings, kind_in, read_settings
from latihan.authoring.sheet import Sheet, read_sheet, shape_faults, table_rule
from latihan.authoring.text import Text
from latihan.authoring.toml_file import FILE as SETTINGS
from latihan.grading.answer import Answer, Program, Table
from latihan.grading.exercise import CodeRule, Exercise, Kind, Rule
from latihan.grading.wire import exercise_json
from latihan.messages import LANGUAGES, Language

FIXTURES = "fixtures"
TEXTS: dict[Language, str] = {language: f"text.{language}.md" for language in LANGUAGES}
ENDINGS: dict[Kind, str] = {"code": ".py", "table": ".csv"}
MISTAKES, ALSO_RIGHT, DATA = "mistakes", "also-right", "data"
MAX_FILE = 60_000
MAX_DATA = 300_000
_IGNORED = {"__pycache__", ".DS_Store"}


@dataclass(frozen=True, slots=True)
class Folder:
    """An exercise with its prose; `mistakes` and `also_right` are answers by file name without ending.

    `hash` changes when a learner's kept answer may no longer mean what it meant.
    """

    path: Path
    exercise: Exercise
    texts: Mapping[Language, Text]
    why: str
    minutes: int
    level: int
    covers: tuple[str, ...]
    fixtures: tuple[str, ...]
    mistakes: Mapping[str, Answer]
    also_right: Mapping[str, Answer]
    hash: str


class _Files:
    """The folder's files as text, by path within the folder, and the faults found so far."""

    def __init__(self, path: Path) -> None:
        self.path, self.id = path, exercise_id(path)
        self.faults: list[Fault] = []
        self.texts: dict[str, str] = {}
        for file in sorted(path.rglob("*")):
            if file.is_file() and not _IGNORED & set(file.parts):
                self._read(file)

    def fault(self, file: str, what: str, expected: str = "", to_do: str = "", line: int = 0) -> None:
        self.faults.append(Fault(self.id, file, line, what, expected, to_do))

    def within(self, folder: str) -> dict[str, str]:
        """Texts of the files in a subfolder, by their names there."""
        return {name.partition("/")[2]: text for name, text in self.texts.items() if name.startswith(folder + "/")}

    def _read(self, file: Path) -> None:
        name = file.relative_to(self.path).as_posix()
        try:
            self.texts[name] = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            self.fault(name, f"The file is not text in UTF-8 (byte {error.start})", "UTF-8")
            self.texts[name] = ""
        most = MAX_DATA if name.startswith(DATA + "/") else MAX_FILE
        if file.stat().st_size > most:
            self.fault(name, f"The file has {file.stat().st_size:,} bytes", f"at most {most:,}")


def exercise_id(path: Path) -> str:
    """The last three parts of the folder's path, as `pembukuan/saldo-berjalan/isi-saldo`."""
    return "/".join(path.resolve().parts[-3:])


def read_folder(path: Path) -> Folder | list[Fault]:
    """The folder's exercise and prose, or every fault that keeps it from being read.

    Fixtures are looked for in `fixtures` beside the tracks.
    """
    files = _Files(path)
    source = files.texts.get(SETTINGS)
    if source is None:
        return [Fault(files.id, SETTINGS, 0, "The file is missing", "kind, why, minutes, level, covers", "Write it.")]
    settings, faults = read_settings(source, files.id)
    files.faults += faults
    kind = settings.kind if settings else kind_in(source)
    if kind:
        _must_belong(files, kind)
    fixtures = _fixtures(files, settings, path.resolve().parents[2] / FIXTURES) if settings else {}
    texts = {language: _text(files, name, kind) for language, name in TEXTS.items()}
    rule, mistakes, also_right = _rule(files, settings, fixtures) if settings else (None, {}, {})
    for language, name in TEXTS.items():
        if rule and name in files.texts:
            files.faults += text_faults(rule, texts[language], files.id, name)
    if files.faults or not settings or not rule:
        return sorted(files.faults)
    exercise = Exercise(files.id, settings.kind, rule, settings.limits)
    return Folder(
        path,
        exercise,
        texts,
        settings.why,
        settings.minutes,
        settings.level,
        settings.covers,
        settings.fixtures,
        mistakes,
        also_right,
        content_hash(exercise, texts),
    )


def _must_belong(files: _Files, kind: Kind) -> None:
    """Files that no one reads are faults."""
    known = {SETTINGS, *TEXTS.values()}
    folders: set[str] = set()
    if ending := ENDINGS.get(kind):
        known |= {f"starter{ending}", f"solution{ending}", "checks.py"}
        folders = {MISTAKES, ALSO_RIGHT, *([DATA] if kind == "code" else [])}
        for name in sorted(known - files.texts.keys() - set(TEXTS.values())):
            files.fault(name, "The file is missing", f"every {kind} exercise has {listed(sorted(known))}")
    for name in files.texts:
        folder, _, inside = name.partition("/")
        if name in known or (folder == DATA in folders and "/" not in inside):
            continue
        if folder in folders and inside:
            if "/" in inside or not name.endswith(ENDINGS[kind]):
                files.fault(name, "The file is read by nothing", f"`{folder}/NAME{ENDINGS[kind]}`")
            continue
        also = sorted(f"{name}/" for name in folders)
        files.fault(name, f"A {kind} exercise has no such file", listed([*sorted(known), *also]), nearest(name, known))


def _fixtures(files: _Files, settings: Settings, folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    have = sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []
    for name in settings.fixtures:
        if name in have:
            found[name] = (folder / name).read_text(encoding="utf-8-sig")
        else:
            to_do = nearest(name, have) or f"Put it into exercises/{FIXTURES}."
            files.fault(SETTINGS, f"There is no fixture `{name}`", f"a file in exercises/{FIXTURES}", to_do)
    return found


def _text(files: _Files, name: str, kind: Kind | None) -> Text:
    if name not in files.texts:
        files.fault(name, "The text is missing", "one text in each language")
        return Text("", "")
    text, faults = parse_text(files.texts[name], files.id, name, kind)
    files.faults += faults
    return text


Rules = tuple[Rule | None, dict[str, Answer], dict[str, Answer]]


def _rule(files: _Files, settings: Settings, fixtures: dict[str, str]) -> Rules:
    if settings.kind == "code":
        return _code(files, fixtures)
    if settings.kind == "table":
        return _table(files, settings)
    return settings.rule, {}, {}


def _code(files: _Files, fixtures: dict[str, str]) -> Rules:
    texts, data = files.texts, files.within(DATA)
    for name in fixtures.keys() & data.keys():
        files.fault(f"{DATA}/{name}", f"`{name}` is a fixture too", "a name of its own")
    data = {**fixtures, **data}
    if (size := sum(len(text) for text in data.values())) > MAX_DATA:
        files.fault(SETTINGS, f"The files of this exercise have {size:,} characters", f"at most {MAX_DATA:,} together")
    for name in ("checks.py", "solution.py", *(f"{ALSO_RIGHT}/{name}" for name in files.within(ALSO_RIGHT))):
        _must_compile(files, name)
    rule = CodeRule(texts.get("checks.py", ""), texts.get("starter.py", ""), texts.get("solution.py", ""), data)

    def programs(folder: str) -> dict[str, Answer]:
        return {name.removesuffix(".py"): Program(text) for name, text in files.within(folder).items()}

    return rule, programs(MISTAKES), programs(ALSO_RIGHT)


def _must_compile(files: _Files, name: str) -> None:
    try:
        compile(files.texts.get(name, ""), name, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 0
        files.fault(name, f"Python cannot read this: {getattr(error, 'msg', error)}", line=line)


def _table(files: _Files, settings: Settings) -> Rules:
    _must_compile(files, "checks.py")
    starter, solution = (_sheet(files, name) for name in ("starter.csv", "solution.csv"))
    mistakes, also_right = (
        {name.removesuffix(".csv"): _sheet(files, f"{folder}/{name}") for name in files.within(folder)}
        for folder in (MISTAKES, ALSO_RIGHT)
    )
    if starter is None or solution is None:
        return None, {}, {}
    rule, faults = table_rule(files.id, settings.columns, starter, solution, files.texts.get("checks.py", ""))
    files.faults += faults

    def answers(sheets: Mapping[str, Sheet | None]) -> dict[str, Answer]:
        good = {name: sheet for name, sheet in sheets.items() if sheet is not None}
        for sheet in good.values():
            files.faults += shape_faults(files.id, starter, sheet)
        return {name: Table(sheet.rows) for name, sheet in good.items()}

    return rule, answers(mistakes), answers(also_right)


def _sheet(files: _Files, name: str) -> Sheet | None:
    if name not in files.texts:
        return None
    sheet, faults = read_sheet(files.texts[name], files.id, name)
    files.faults += faults
    return None if faults else sheet


def content_hash(exercise: Exercise, texts: Mapping[Language, Text]) -> str:
    """16 hexadecimal digits of all that a kept answer depends on.

    That is the rule, and for choices also their labels, since an answer holds only their keys.
    """
    labels = [
        [
            {key: choice.label for key, choice in text.choices.items()},
            {key: item.label for key, item in text.items.items()},
            {step: {key: c.label for key, c in told.choices.items()} for step, told in text.steps.items()},
        ]
        for _, text in sorted(texts.items())
    ]
    rule = {key: value for key, value in exercise_json(exercise).items() if key in ("kind", "rule")}
    canonical = json.dumps([rule, labels], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]

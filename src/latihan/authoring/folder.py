"""Reads an exercise folder whole, or says everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from latihan.authoring.agree import text_faults
from latihan.authoring.content_hash import content_hash
from latihan.authoring.fault import Fault, nearest
from latihan.authoring.folder_files import ALSO_RIGHT, DATA, MAX_DATA, MISTAKES, TEXTS, Files, must_belong
from latihan.authoring.parse_text import parse_text
from latihan.authoring.settings import Settings, read_settings
from latihan.authoring.sheet import Sheet, read_sheet, shape_faults, table_rule
from latihan.authoring.text import Text
from latihan.authoring.toml_file import FILE, line_of
from latihan.grading.answer import Answer, Program, Table
from latihan.grading.exercise import CodeRule, Exercise, Kind, Rule
from latihan.messages import Language

FIXTURES = "fixtures"


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


def read_folder(path: Path) -> Folder | list[Fault]:
    """The folder's exercise and prose, or every fault that keeps it from being read.

    Fixtures are looked for in `fixtures` beside the tracks.
    """
    files = Files(path)
    source = files.texts.get(FILE)
    if source is None:
        return [Fault(files.id, FILE, 0, "The file is missing", "kind, why, minutes, level, covers", "Write it.")]
    settings, faults = read_settings(source, files.id)
    files.faults += faults
    kind = settings.kind if settings else None
    if kind:
        must_belong(files, kind)
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


def _fixtures(files: Files, settings: Settings, folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    have = sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []
    for name in settings.fixtures:
        if name in have:
            found[name] = (folder / name).read_text(encoding="utf-8-sig", errors="replace")
        else:
            to_do = nearest(name, have) or f"Put it into exercises/{FIXTURES}."
            line = line_of(files.texts[FILE], "fixtures")
            files.fault(FILE, f"There is no fixture `{name}`", f"a file in exercises/{FIXTURES}", to_do, line)
    return found


def _text(files: Files, name: str, kind: Kind | None) -> Text:
    if name not in files.texts:
        files.fault(name, "The text is missing", "one text in each language")
        return Text("", "")
    text, faults = parse_text(files.texts[name], files.id, name, kind)
    files.faults += faults
    return text


Rules = tuple[Rule | None, dict[str, Answer], dict[str, Answer]]


def _rule(files: Files, settings: Settings, fixtures: dict[str, str]) -> Rules:
    if settings.kind == "code":
        return _code(files, fixtures)
    if settings.kind == "table":
        return _table(files, settings)
    return settings.rule, {}, {}


def _code(files: Files, fixtures: dict[str, str]) -> Rules:
    texts, data = files.texts, files.within(DATA)
    for name in fixtures.keys() & data.keys():
        files.fault(f"{DATA}/{name}", f"`{name}` is a fixture too", "a name of its own")
    data = {**fixtures, **data}
    if (size := sum(len(text) for text in data.values())) > MAX_DATA:
        files.fault(FILE, f"The files of this exercise have {size:,} characters", f"at most {MAX_DATA:,} together")
    for name in ("checks.py", "solution.py", *(f"{ALSO_RIGHT}/{name}" for name in files.within(ALSO_RIGHT))):
        _must_compile(files, name)
    rule = CodeRule(texts.get("checks.py", ""), texts.get("starter.py", ""), texts.get("solution.py", ""), data)

    def programs(folder: str) -> dict[str, Answer]:
        return {name.removesuffix(".py"): Program(text) for name, text in files.within(folder).items()}

    return rule, programs(MISTAKES), programs(ALSO_RIGHT)


def _must_compile(files: Files, name: str) -> None:
    try:
        compile(files.texts.get(name, ""), name, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 0
        files.fault(name, f"Python cannot read this: {getattr(error, 'msg', error)}", line=line)


def _table(files: Files, settings: Settings) -> Rules:
    _must_compile(files, "checks.py")
    starter, solution = (_sheet(files, name) for name in ("starter.csv", "solution.csv"))
    mistakes, also_right = (
        {name.removesuffix(".csv"): _sheet(files, f"{folder}/{name}") for name in files.within(folder)}
        for folder in (MISTAKES, ALSO_RIGHT)
    )
    if starter is None or solution is None:
        return None, {}, {}
    checks, source = files.texts.get("checks.py", ""), files.texts[FILE]
    rule, faults = table_rule(files.id, source, settings.columns, starter, solution, checks)
    files.faults += faults

    def answers(sheets: Mapping[str, Sheet | None]) -> dict[str, Answer]:
        good = {name: sheet for name, sheet in sheets.items() if sheet is not None}
        for sheet in good.values():
            files.faults += shape_faults(files.id, starter, sheet)
        return {name: Table(sheet.rows) for name, sheet in good.items()}

    return rule, answers(mistakes), answers(also_right)


def _sheet(files: Files, name: str) -> Sheet | None:
    if name not in files.texts:
        return None
    sheet, faults = read_sheet(files.texts[name], files.id, name)
    files.faults += faults
    return None if faults else sheet

"""Reading `exercise.toml`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from latihan.authoring.fault import sentence
from latihan.authoring.settings import read_settings
from latihan.authoring.toml_file import line_of
from latihan.grading.exercise import Limits, Option, QuizRule, ScenarioRule

HEAD = 'why = "Because."\nminutes = 5\nlevel = 1\ncovers = ["T02"]\n'
CODE = 'kind = "code"\n' + HEAD
TABLE = 'kind = "table"\n' + HEAD
QUIZ = 'kind = "quiz"\n' + HEAD + "[quiz]\n"
ONE = QUIZ + 'form = "one"\nchoices = ["a", "b"]\n'
SCENARIO = (
    'kind = "scenario"\n' + HEAD + '[scenario]\nstart = "a"\n[scenario.endings]\nz = "good"\n[scenario.steps.a]\n'
)


def faults(source):
    return [sentence(fault) for fault in read_settings(source, "t/u/e")[1]]


def test_a_whole_file_is_read():
    """Values come as the exercise needs them, with defaults for what is optional."""
    settings, found = read_settings(CODE + "[limits]\nrun_seconds = 20\n", "t/u/e")
    assert [] == found
    assert ("code", "Because.", 5, 1, ("T02",), (), Limits(5.0, 20.0)) == (
        settings.kind,
        settings.why,
        settings.minutes,
        settings.level,
        settings.covers,
        settings.fixtures,
        settings.limits,
    )


def test_a_quiz_has_its_rule():
    """The keys stand in the order of the file."""
    settings, found = read_settings(QUIZ + 'form = "order"\nchoices = ["b", "a"]\nright = ["a", "b"]\n', "t/u/e")
    assert [] == found
    assert QuizRule("order", ("b", "a"), ("a", "b")) == settings.rule


def test_a_scenario_has_its_rule():
    """A choice leads on unless it says that it is poor."""
    settings, found = read_settings(SCENARIO + 'x = { to = "z" }\ny = { to = "a", poor = true }\n', "t/u/e")
    assert [] == found
    assert ScenarioRule("a", {"a": {"x": Option("z"), "y": Option("a", True)}}, {"z": "good"}) == settings.rule


PLANTED = {
    "not toml": ("kind = code\n", "exercise.toml:1: This is not TOML"),
    "no kind": (HEAD, "exercise.toml: `kind` is missing. Expected: `code`, `table`, `quiz`, `scenario`."),
    "unknown kind": ('kind = "quizz"\n' + HEAD, "exercise.toml:1: `kind` is 'quizz'."),
    "nearest kind": ('kind = "quizz"\n' + HEAD, "Did you mean `quiz`?"),
    "unknown key": (CODE + "minuts = 5\n", "exercise.toml:6: `minuts` is unknown."),
    "nearest key": (CODE + "minuts = 5\n", "Did you mean `minutes`?"),
    "key missing": (
        CODE.replace("level = 1\n", ""),
        "`level` is missing. Expected: a level from 1 to 5.",
    ),
    "level as text": (CODE.replace("level = 1", 'level = "1"'), "exercise.toml:4: `level` is '1'. Expected: a level"),
    "level of yes": (CODE.replace("level = 1", "level = true"), "exercise.toml:4: `level` is True."),
    "level 6": (CODE.replace("level = 1", "level = 6"), "exercise.toml:4: `level` is 6."),
    "no minutes": (CODE.replace("minutes = 5", "minutes = 0"), "exercise.toml:3: `minutes` is 0."),
    "empty why": (CODE.replace("Because.", " "), "exercise.toml:2: `why` is ' '. Expected: one sentence"),
    "covers as text": (CODE.replace('["T02"]', '"T02"'), "exercise.toml:5: `covers` is 'T02'. Expected: item ids"),
    "limits": (CODE + "[limits]\ncheck_seconds = 0\n", "exercise.toml:7: `limits.check_seconds` is 0."),
    "limits key": (CODE + "[limits]\nseconds = 3\n", "exercise.toml:7: `limits.seconds` is unknown."),
    "limits no table": (CODE + "limits = 5\n", "exercise.toml:6: `limits` is not a table."),
    "quiz in code": (CODE + '[quiz]\nform = "one"\n', "exercise.toml:6: `quiz` is unknown."),
    "column type": (TABLE + '[columns]\nsaldo = "amont"\n', "exercise.toml:7: `columns.saldo` is 'amont'."),
    "nearest type": (TABLE + '[columns]\nsaldo = "amont"\n', "Did you mean `amount`?"),
    "one word": (TABLE + '[columns]\nsisi = ["masuk"]\n', "exercise.toml:7: `columns.sisi` is ['masuk']."),
    "columns no table": (TABLE + "columns = 5\n", "exercise.toml:6: `columns` is not a table."),
    "no quiz": ('kind = "quiz"\n' + HEAD, "`[quiz]` is missing."),
    "form": (QUIZ + 'form = "on"\nchoices = ["a", "b"]\nright = ["a"]\n', "exercise.toml:7: `quiz.form` is 'on'."),
    "one choice": (
        QUIZ + 'form = "one"\nchoices = ["a"]\nright = ["a"]\n',
        "exercise.toml:8: `quiz.choices` is ['a']",
    ),
    "key of words": (ONE.replace('"b"', '"Be B"') + 'right = ["a"]\n', "exercise.toml:8: The key `Be B`."),
    "items of one": (ONE + 'right = ["a"]\nitems = ["x"]\n', "exercise.toml:10: `quiz.items` is unknown."),
    "unknown right": (ONE + 'right = ["c"]\n', "exercise.toml:9: `right` has `c`, which is no choice."),
    "two of one": (ONE + 'right = ["a", "b"]\n', "exercise.toml:9: `right` has 2 keys. Expected: one key."),
    "none of several": (ONE.replace("one", "several") + "right = []\n", "exercise.toml:9: `right` is empty."),
    "all of several": (ONE.replace("one", "several") + 'right = ["b", "a"]\n', "Every choice is right."),
    "order lacks": (ONE.replace("one", "order") + 'right = ["a"]\n', "`right` lacks a choice or has another."),
    "order given": (
        ONE.replace("one", "order") + 'right = ["a", "b"]\n',
        "The choices already stand in the right",
    ),
    "no items": (ONE.replace("one", "matching") + "right = []\n", "`quiz.items` is missing."),
    "unmatched": (
        ONE.replace("one", "matching") + 'items = ["x", "y"]\nright = ["x=a"]\n',
        "exercise.toml:10: The item `y` is not matched exactly once.",
    ),
    "matched with nothing": (
        ONE.replace("one", "matching") + 'items = ["xa", "y"]\nright = ["xx=a", "y=b"]\n',
        'exercise.toml:10: `right` has `xx=a`. Expected: `"item=choice"` of the keys above. Did you mean `xa`?',
    ),
    "no scenario": ('kind = "scenario"\n' + HEAD, "`[scenario]` is missing."),
    "start": (SCENARIO.replace('start = "a"', 'start = "b"') + 'x = { to = "z" }\n', "`scenario.start` is 'b'."),
    "one option": (SCENARIO + 'x = { to = "z" }\n', "exercise.toml:10: The step `a` has too few choices."),
    "nowhere": (SCENARIO + 'x = { to = "q" }\n', "exercise.toml:11: `scenario.steps.a.x.to` is 'q'."),
    "no to": (SCENARIO + "x = { poor = true }\n", "exercise.toml:11: `scenario.steps.a.x.to` is missing."),
    "option of text": (SCENARIO + 'x = "z"\n', "exercise.toml:11: The choice `x` is 'z'."),
    "poor of text": (SCENARIO + 'x = { to = "z", poor = "yes" }\n', "`scenario.steps.a.x.poor` is 'yes'."),
    "option key": (
        SCENARIO + 'x = { to = "z", por = true }\n',
        "exercise.toml:11: `scenario.steps.a.x.por` is",
    ),
    "ending": (
        SCENARIO.replace('"good"', '"nice"') + 'x = { to = "z" }\n',
        "exercise.toml:9: The ending `z` is 'ni",
    ),
    "step and ending": (SCENARIO.replace("z =", "a =") + 'x = { to = "a" }\n', "`a` is a step and an ending."),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_each_fault_of_the_file_is_said_with_its_line(planted):
    """An author reads what is wrong, where, what was expected, and the nearest name."""
    source, said = PLANTED[planted]
    assert said in " ".join(faults(source))


def test_everything_wrong_with_the_file_is_said_at_once():
    """Common keys and the kind's own table are read in one go."""
    said = " ".join(
        faults(ONE.replace("minutes = 5", "minuts = 5").replace("level = 1", "level = 9") + 'right = ["c"]\n')
    )
    assert all(part in said for part in ("`minuts`", "`minutes` is missing", "`level` is 9", "`right` has `c`"))


def test_a_line_is_found_by_table_and_key():
    """`to` of a step is looked for in its own table."""
    source = 'to = 1\n[scenario.steps.a]\nx = { to = "b" }\n[scenario.steps.b]\nx = { to = "c" }\n'
    assert 5 == line_of(source, "scenario.steps.b.x.to")
    assert 4 == line_of(source, "scenario.steps.b.y")
    assert 0 == line_of(source, "quiz.form")


VALUES = st.sampled_from(['"one"', '["a", "b"]', "5", "true", "{ a = 1 }", "[]", '["a=b"]', "2025-01-01", "[[1]]"])
KEYS = st.sampled_from(["kind", "covers", "quiz.form", "quiz.right", "quiz.choices", "quiz.items", "scenario.steps",
                        "scenario.endings", "scenario.start", "columns", "limits", "fixtures"])  # fmt: skip


@given(st.sampled_from(["code", "table", "quiz", "scenario"]), st.dictionaries(KEYS, VALUES))
def test_no_value_makes_the_reader_crash(kind, values):
    """Whatever stands in the file, there are settings or faults."""
    lines = [f"{key} = {value}" for key, value in values.items() if key != "kind"]
    settings, found = read_settings("\n".join([f'kind = "{kind}"', *lines]), "t/u/e")
    assert found
    assert settings is None or settings.kind == kind

"""grade(exercise, answer) over every kind."""

import re

import pytest

from latihan.grading import (
    CheckBroken,
    Choices,
    CodeRule,
    Column,
    Exercise,
    Program,
    QuizRule,
    Table,
    TableRule,
    grade,
    tell,
)

CHECKS = """
from latihan.grading import tell

def _twice(n):
    return 2 * n

def saldo_ada(program):
    if program.value("saldo") == _twice(7):
        return tell("dua_kali", hasil=14)

def saldo_benar(program):
    if program.value("saldo") != 7:
        return tell("salah", at=1, hasil=program.value("saldo"))
"""
CODE = Exercise("a/b/c", "code", CodeRule(CHECKS, "", "saldo = 7\n"))
TABLE_CHECKS = """
from latihan.grading import tell

def keluar_ditambahkan(table):
    if table.asked(2, "saldo") and table.amount(2, "saldo") == table.amount(1, "saldo") + table.amount(2, "keluar"):
        return tell("keluar_ditambahkan", at=(2, "saldo"), seharusnya=table.right(2, "saldo"))
"""
TABLE = Exercise(
    "a/b/t",
    "table",
    TableRule(
        TABLE_CHECKS,
        (Column("uraian", "text"), Column("keluar", "amount"), Column("saldo", "amount")),
        (("Saldo awal", "0", "100000"), ("Konsumsi", "30000", "?"), ("Fotokopi", "5000", "?")),
        (("Saldo awal", "0", "100000"), ("Konsumsi", "30000", "70000"), ("Fotokopi", "5000", "65000")),
    ),
)


def code(checks):
    return Exercise("a/b/c", "code", CodeRule(checks, "", ""))


def table(first, second, language="id"):
    rows = (("Saldo awal", "0", "100000"), ("Konsumsi", "30000", first), ("Fotokopi", "5000", second))
    return grade(TABLE, Table(rows), language)


def test_the_first_check_that_tells_something_wins():
    """Checks run from top to bottom; helpers with a leading underscore are no checks."""
    assert (tell("dua_kali", hasil=14),) == grade(CODE, Program("saldo = 14")).feedback
    assert (tell("salah", at=1, hasil=8),) == grade(CODE, Program("saldo = 8")).feedback
    assert grade(CODE, Program("saldo = 7")).status == "passed"


def test_a_program_that_crashes_is_told_before_any_check():
    """The learner's crash comes first, whatever the checks would say."""
    result = grade(CODE, Program("saldo = 7\n1 // 0\n"))
    assert (result.status, result.feedback[0].key, result.feedback[0].at) == ("error", "zero_division", "2")


@pytest.mark.parametrize(
    ("checks", "place"),
    [
        ("def c(program):\n    return 1 // 0\n", "checks.py:2: ZeroDivisionError"),
        ("def c(program):\n    return 'salah'\n", "a check gives tell"),
        ("def c(program:\n", "checks.py:1: SyntaxError"),
        ("import tidak_ada\n", "checks.py:1: ModuleNotFoundError"),
    ],
)
def test_a_crash_in_a_check_is_the_authors_fault_with_its_place(checks, place):
    """It never looks like the learner's mistake."""
    with pytest.raises(CheckBroken, match=re.escape(place)):
        grade(code(checks), Program(""))


def test_an_answer_of_another_kind_is_refused():
    """A table handed in for a quiz is the caller's fault."""
    quiz = Exercise("a/b/q", "quiz", QuizRule("one", ("a",), ("a",)))
    assert grade(quiz, Choices(("a",))).status == "passed"
    with pytest.raises(TypeError, match="a/b/q is of kind quiz; the answer is a Table"):
        grade(quiz, Table(()))


def test_a_table_is_read_as_people_write_amounts():
    """The marks of the page's language count, in either spelling."""
    assert table("Rp70.000", "65 000").status == "passed"
    assert table("70,000", "65000", "en").status == "passed"


def test_a_check_marks_the_cell_of_a_known_mistake():
    """The reply carries row and column, so that the page can focus the cell."""
    (feedback,) = table("130.000", "125.000").feedback
    assert (
        feedback.key,
        feedback.at,
        dict(feedback.values),
    ) == ("keluar_ditambahkan", "2:saldo", {"seharusnya": 70_000})


def test_a_cell_that_no_check_knows_is_still_found():
    """After the checks, the first cell that differs from the solution is marked."""
    (feedback,) = table("70.000", "64.000").feedback
    assert (feedback.key, feedback.at) == ("cell_wrong", "3:saldo")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "cell_empty"),
        ("12.50", "cell_"),
        ("abc", "cell_letters"),
        ("=1+2", "cell_formula"),
        ("9" * 600, "cell_too_long"),
    ],
)
def test_a_cell_that_cannot_be_read_is_asked_back(typed, key):
    """Nothing is guessed: the cell is named and the reply says how to write it."""
    (feedback,) = table("70.000", typed).feedback
    assert feedback.key.startswith(key)
    assert feedback.at == "3:saldo"


def test_a_table_of_another_shape_is_refused():
    """An old page's table cannot be graded against a new exercise."""
    assert grade(TABLE, Table((("a",),))).feedback[0].key == "table_shape"


@pytest.mark.parametrize(
    ("type_", "typed", "right", "passes"),
    [
        ("text", "  bkm-2501-001 ", "BKM-2501-001", True),
        ("text", "BKM-2501-002", "BKM-2501-001", False),
        ("date", "9/7/2025", "2025-07-09", True),
        ("date", "9-7-2025", "2025-07-09", True),
        ("date", "2025-07-09", "2025-07-09", True),
        ("date", "7/9/2025", "2025-07-09", False),
        ("date", "31/2/2025", "2025-07-09", False),
        ("decimal", "0,45", "0.45", True),
        ("count", "24", "24", True),
    ],
)
def test_each_column_is_read_by_its_type(type_, typed, right, passes):
    """Text without regard to case, dates day first or ISO, hectares with a comma."""
    rule = TableRule("", (Column("x", type_),), (("?",),), ((right,),))
    assert ("passed" if passes else "failed") == grade(Exercise("a/b/c", "table", rule), Table(((typed,),))).status


def test_a_word_that_is_not_offered_is_asked_back():
    """A choice cell takes only its own words."""
    rule = TableRule("", (Column("sisi", "word", ("masuk", "keluar")),), (("?",),), (("masuk",),))
    exercise = Exercise("a/b/c", "table", rule)
    assert grade(exercise, Table((("lain",),))).feedback[0].key == "cell_unknown_word"
    assert grade(exercise, Table((("masuk",),))).status == "passed"


def test_a_crash_of_the_learners_own_class_inside_a_check_is_the_learners():
    """A check that compares with an object of the program blames the program's line, not the exercise."""
    source = "class Kas:\n    def __eq__(self, lain):\n        return 1 / 0\nsaldo = Kas()\n"
    checks = "def sama(program):\n    if program.value('saldo') == 3:\n        return None\n"
    result = grade(Exercise("a/b/c", "code", CodeRule(checks, "", "")), Program(source))
    assert ("error", "zero_division", "3") == (result.status, result.feedback[0].key, result.feedback[0].at)


def test_a_value_that_cannot_be_copied_is_given_as_it_is():
    """A generator, where a number was expected, is a wrong value and no fault of the exercise."""
    checks = (
        "from latihan.grading import tell\ndef s(program):\n    return tell('salah', hasil=program.value('saldo'))\n"
    )
    result = grade(Exercise("a/b/c", "code", CodeRule(checks, "", "")), Program("saldo = (m for m in [1])\n"))
    assert ("failed", "salah") == (result.status, result.feedback[0].key)

"""The interpreter is whole again after a program."""

import builtins
import colorsys
import decimal
import gc
import sys

import pytest

from latihan.grading import CodeRule, Exercise, Program, grade, run
from latihan.grading.putback import put_back, remember, remember_new

CHECKS = """
from decimal import Decimal
from latihan.grading import tell

def saldo(program):
    if program.value("saldo") != 300:
        return tell("salah")
"""
EXERCISE = Exercise("a/b/c", "code", CodeRule(CHECKS, "", ""))


def test_what_was_changed_is_put_back():
    """Builtins, names of modules, the table of modules and the search path hold what they held."""
    before = (builtins.len, decimal.Decimal, dict(sys.modules), list(sys.path), list(sys.meta_path))
    kept = remember()
    builtins.len = builtins.baru = decimal.Decimal = None
    sys.modules.clear()
    sys.path.clear()
    sys.meta_path.clear()
    put_back(kept)
    assert before == (builtins.len, decimal.Decimal, dict(sys.modules), list(sys.path), list(sys.meta_path))
    assert not hasattr(builtins, "baru")


def test_a_module_loaded_since_is_put_back_as_it_was_when_remembered():
    """A module that the program itself loaded first is remembered before the program can change it."""
    whole = colorsys.rgb_to_hsv
    sys.modules.pop("colorsys")
    kept = remember()
    sys.modules["colorsys"] = colorsys
    remember_new(kept)
    colorsys.rgb_to_hsv = None
    put_back(kept)
    assert whole is colorsys.rgb_to_hsv


@pytest.mark.parametrize(
    "source",
    [
        "import sys\nsys.modules.clear()\n",
        "import sys\nsys.path.clear()\nsys.meta_path.clear()\nsys.path_hooks.clear()\n",
        "import sys\nsys.settrace(lambda *_: 1 / 0)\n",
        "import builtins\nfor name in list(vars(builtins)):\n    setattr(builtins, name, None)\n",
        "import builtins\nbuiltins.isinstance = builtins.list = builtins.vars = None\nimport fractions\n",
        "import decimal\ndecimal.getcontext().prec = 1\n",
        "import sys\nsys.setrecursionlimit(50)\n",
    ],
)
def test_the_next_answer_is_graded_as_ever(source):
    """Whatever a program does to the interpreter, the answer after it gets its right result."""
    run(EXERCISE, Program(source))
    grade(EXERCISE, Program(source))
    result = grade(EXERCISE, Program("from fractions import Fraction\nsaldo = int(Fraction(600, 2))\n"))
    assert ("passed", ()) == (result.status, result.feedback)
    assert 28 == decimal.getcontext().prec


def test_what_a_crashed_program_held_is_freed_at_once():
    """A huge list does not wait in a cycle of names and functions until the next answer is graded."""
    gc.collect()
    gc.disable()
    try:
        result = run(EXERCISE, Program("def f():\n    return besar\nbesar = [None] * 123_457\n1 / 0\n"))
        left = [one for one in gc.get_objects() if isinstance(one, list) and len(one) == 123_457]
    finally:
        gc.enable()
    assert ("zero_division", []) == (result.feedback[0].key, left)

"""What a learner is told when a program cannot be read or stops: one case a reply."""

import pytest

from latihan.grading import CodeRule, Exercise, Program, run
from latihan.messages import LANGUAGES, messages

EXERCISE = Exercise("a/b/c", "code", CodeRule("", "", "", {"kas.csv": "saldo\n100\n"}))

# program, key, line, some values
CASES = [
    ("saldo = (1 + 2\n", "bracket_open", 1, {"found": "("}),
    ("saldo = 1)\n", "bracket_unmatched", 1, {"found": ")"}),
    ("saldo = (1]\n", "bracket_mismatch", 1, {"found": "]", "expected": "("}),
    ('print("Halo)\n', "quote_open", 1, {}),
    ("for i in [1]\n    print(i)\n", "colon_missing", 1, {}),
    ("for i in [1]:\nprint(i)\n", "indent_expected", 2, {"code": "print(i)"}),
    ("a = 1\n  b = 2\n", "indent_unexpected", 2, {}),
    ("if True:\n    a = 1\n  b = 2\n", "indent_mismatch", 3, {}),
    ("if True:\n\ta = 1\n        b = 2\n", "tabs_mixed", 3, {}),
    ("if a = 1:\n    pass\n", "equals_single", 1, {}),
    ("print 5\n", "parentheses_missing", 1, {"found": "print"}),
    ("nomor = 007\n", "leading_zeros", 1, {}),
    ("a = [1 2]\n", "comma_missing", 1, {}),
    ("5 = saldo\n", "assignment_reversed", 1, {}),
    ("return 5\n", "return_outside", 1, {}),
    ("print(“halo”)\n", "character_invalid", 1, {"found": "“"}),
    ("berat = 20kg\n", "number_invalid", 1, {}),
    ("saldo = 1.250.000\n", "number_with_points", 1, {"found": "1.250.000"}),
    ("saldo = Rp 5000\n", "number_with_points", 1, {"found": "Rp 5000"}),
    ("If 1 > 0:\n    pass\n", "keyword_case", 1, {"found": "If", "near": "if"}),
    ("saldo saldo\n", "syntax_error", 1, {"code": "saldo saldo"}),
    ("saldo = 1\nprint(sldo)\n", "name_error_near", 2, {"name": "sldo", "near": "saldo"}),
    ("print(qqqqq)\n", "name_error", 1, {"name": "qqqqq"}),
    ("def f():\n    n += 1\nf()\n", "name_not_yet", 2, {"name": "n"}),
    ("print('Rp' + 5)\n", "text_with_number", 1, {}),
    ("print(5 + 'Rp')\n", "text_with_number", 1, {}),
    ("print(None + 5)\n", "none_in_calculation", 1, {}),
    ("print([1] - 5)\n", "types_mixed", 1, {"left": "list", "right": "int", "operator": "-"}),
    ("def f(a):\n    return a\nf()\n", "argument_missing", 3, {"name": "f"}),
    ("def f(a):\n    return a\nf(1, 2)\n", "argument_extra", 3, {"name": "f"}),
    ("sum = 5\nsum([1])\n", "not_callable", 2, {}),
    ("for i in 5:\n    pass\n", "not_a_list", 1, {}),
    ("a = [1]\na['x']\n", "index_not_integer", 2, {}),
    ("len(5)\n", "type_error", 1, {}),
    ("int('1.250.000')\n", "int_of_text", 1, {"text": "'1.250.000'"}),
    ("float('1,5')\n", "float_of_text", 1, {}),
    ("a, b = [1]\n", "unpack_mismatch", 1, {}),
    ("[1].remove(2)\n", "value_error", 1, {}),
    ("1 // 0\n", "zero_division", 1, {}),
    ("[][0]\n", "index_error", 1, {}),
    ("{}['saldo']\n", "key_missing", 1, {"name": "'saldo'"}),
    ("'a'.besar()\n", "attribute_missing", 1, {"name": "besar", "type": "str"}),
    ("import numpy_tidak_ada\n", "module_missing", 1, {}),
    ("import js\n", "module_blocked", 1, {"name": "js"}),
    ("from pyodide.code import run_js\n", "module_blocked", 1, {}),
    ("from math import akar\n", "import_failed", 1, {}),
    ("open('lain.csv')\n", "file_missing", 1, {"name": "lain.csv", "files": "kas.csv"}),
    ("open('/etc/passwd')\n", "file_outside", 1, {"name": "/etc/passwd"}),
    ("open('../kas.csv')\n", "file_outside", 1, {}),
    ("import pathlib\npathlib.Path('/etc/passwd').read_text()\n", "file_outside", 2, {}),
    ("open('kas.csv', encoding='ascii').read()\n'é'.encode('ascii')\n", "encoding_wrong", 2, {}),
    ("def f():\n    return f()\nf()\n", "recursion", 2, {}),
    ("import sys\nsys.setrecursionlimit(10**9)\ndef f():\n    return f()\nf()\n", "recursion", 4, {}),
    ("raise MemoryError\n", "memory", 1, {}),
    ("input('Berapa? ')\n", "input_called", 1, {}),
    ("import sys\nsys.stdin.readline()\n", "input_called", 2, {}),
    ("exit()\n", "exit_called", 1, {}),
    ("import sys\nsys.exit(3)\n", "exit_called", 2, {}),
    ("import os\nos._exit(0)\n", "exit_called", 2, {}),
    ("assert 1 == 2\n", "assertion_failed", 1, {}),
    ("raise RuntimeError('rusak')\n", "crash", 1, {"type": "RuntimeError", "original": "rusak"}),
]


@pytest.mark.parametrize(("source", "key", "line", "values"), CASES, ids=[f"{c[1]}-{i}" for i, c in enumerate(CASES)])
def test_each_error_has_a_reply_with_the_learners_line(source, key, line, values):
    """The reply names the kind of error, the line in the learner's own text and what was found there."""
    (feedback,) = run(EXERCISE, Program(source)).feedback
    assert (key, str(line)) == (feedback.key, feedback.at)
    assert values == {name: feedback.values[name] for name in values}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("source", [case[0] for case in CASES])
def test_each_reply_has_a_sentence_whose_fields_are_all_given(source, language):
    """No reply shows a learner an empty field."""
    (feedback,) = run(EXERCISE, Program(source)).feedback
    sentence = messages(language)["feedback"][feedback.key]
    for name in feedback.values:
        sentence = sentence.replace("{" + name + "}", "")
    assert "{" not in sentence


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("while True:\n    pass\n", 1),
        ("n = 0\nwhile True:\n    n += 1\n", 3),
        ("import itertools\nfor i in itertools.count():\n    i\n", 2),
        (
            "while True:\n    try:\n        1 // 0\n    except Exception:\n        pass\n",
            2,
        ),
    ],
)
def test_an_endless_loop_is_stopped_with_its_line(source, line):
    """The deadline is seen inside Python, also past an `except Exception`, and knows the line."""
    from latihan.grading import Limits

    result = run(Exercise("a/b/c", "code", CodeRule("", "", ""), Limits(run_seconds=0.2)), Program(source))
    (feedback,) = result.feedback
    assert (result.status, feedback.key) == ("timeout", "timeout")
    assert abs(int(feedback.at) - line) <= 3

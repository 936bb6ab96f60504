"""The learner's program as checks see it."""

import pytest

from latihan.grading import Feedback
from latihan.grading.program import LearnerProgram
from latihan.grading.result import Stop

DOUBLE = "def kali_dua(daftar):\n    return [n * 2 for n in daftar]\n"


def program(source, seconds=5.0, **files):
    return LearnerProgram(source, {"kas.csv": "saldo\n100\n", **files}, seconds)


def told(action):
    """The feedback with which an action on the program is stopped."""
    with pytest.raises(Stop) as caught:
        action()
    (feedback,) = caught.value.result.feedback
    assert isinstance(feedback, Feedback)
    return feedback


def test_a_function_is_called_with_copies():
    """The check's own arguments stay as they were, and the result comes back."""
    given = [1, 2]
    assert program(DOUBLE).call("kali_dua", given) == [2, 4]
    assert given == [1, 2]


@pytest.mark.parametrize(
    ("source", "key", "values"),
    [
        ("", "missing_function", {"name": "kali_dua"}),
        ("def kali_duo(d):\n    return d\n", "missing_function_near", {"name": "kali_dua", "near": "kali_duo"}),
        ("kali_dua = 5\n", "not_a_function", {"name": "kali_dua"}),
        ("class kali_dua:\n    pass\n", "class_not_function", {"name": "kali_dua"}),
        ("def kali_dua():\n    return []\n", "signature_wrong", {"name": "kali_dua", "expected": 1, "found": 0}),
        ("def kali_dua(a, b):\n    return []\n", "signature_wrong", {"name": "kali_dua", "expected": 1, "found": 2}),
        ("def kali_dua(d):\n    d.append(3)\n    return d\n", "arguments_changed", {"name": "kali_dua"}),
        ("def kali_dua(d):\n    print(d)\n", "printed_instead", {"name": "kali_dua"}),
        ("def kali_dua(d):\n    d * 2\n", "nothing_returned", {"name": "kali_dua"}),
    ],
)
def test_a_function_that_cannot_be_used_is_told_in_words(source, key, values):
    """Missing, misspelt, no function, a class, a wrong signature, changed arguments, nothing returned."""
    feedback = told(lambda: program(source).call("kali_dua", [1]))
    assert (key, values) == (feedback.key, dict(feedback.values))


def test_a_crash_inside_a_call_names_the_learners_line():
    """A crash during a check is the learner's feedback, not the check's crash."""
    feedback = told(lambda: program("def kali_dua(d):\n    return d[9]\n").call("kali_dua", [1]))
    assert (feedback.key, feedback.at) == ("index_error", "2")


def test_a_function_that_never_ends_is_stopped_within_the_checks_time():
    """One deadline covers the run and every call of a check."""
    feedback = told(lambda: program("def f(n):\n    while True:\n        n += 1\n", 0.2).call("f", 1))
    assert ("timeout", True) == (feedback.key, feedback.at in {"2", "3"})


def test_a_default_argument_may_stand_beside_those_asked_for():
    """A right function with more than is asked for is still right."""
    assert program("def f(a, b=2):\n    return a + b\n").call("f", 1) == 3


def test_output_during_a_call_is_swallowed(capsys):
    """What a program prints while it is checked goes nowhere."""
    assert program("print('a')\ndef f(n):\n    print('b')\n    return n\n").call("f", 1) == 1
    assert capsys.readouterr().out == ""


def test_a_value_is_read_by_name_and_a_missing_one_is_told():
    """A name that comes near is offered."""
    assert program("saldo = 5\n").value("saldo") == 5
    assert told(lambda: program("x = 5\n").value("saldo")).key == "missing_name"
    assert dict(told(lambda: program("sado = 5\n").value("saldo")).values) == {"name": "saldo", "near": "sado"}


def test_a_rerun_with_another_value_tells_a_program_from_a_typed_in_answer():
    """The first top-level assignment of the name gets the new value; the rest of the program follows it."""
    computed = program("masuk = 10\nsaldo = 5 + masuk\n")
    typed = program("masuk = 10\nsaldo = 15\n")
    assert (computed.rerun(masuk=20).names["saldo"], typed.rerun(masuk=20).names["saldo"]) == (25, 15)
    assert computed.value("saldo") == 15
    assert told(lambda: computed.rerun(keluar=1)).key == "missing_name"


def test_a_rerun_takes_other_files():
    """A program that reads a file is checked with a file it has not seen."""
    reads = program("saldo = open('kas.csv').read().split()[1]\n")
    assert (reads.value("saldo"), reads.run({"kas.csv": "saldo\n7\n"}).names["saldo"]) == ("100", "7")


def test_a_program_that_cannot_be_read_is_told_at_once():
    """A syntax error ends the check before it begins."""
    feedback = told(lambda: program("saldo = (\n"))
    assert (feedback.key, feedback.at) == ("bracket_open", "1")


def test_the_file_that_a_program_writes_can_be_looked_at():
    """A report written to a file is an answer too."""
    assert program("open('laporan.txt', 'w').write('selesai')\n").run().written == {"laporan.txt": "selesai"}

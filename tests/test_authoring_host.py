"""Grading in a child process."""

import os
import time

import pytest

from latihan.authoring.host import Host, grade_in_child
from latihan.grading import CodeRule, Exercise, Limits, Program

CHECKS = "def a(program):\n    if program.value('x') != 1:\n        return tell('beda', hasil=program.value('x'))\n"
EXERCISE = Exercise(
    "t/u/e",
    "code",
    CodeRule("from latihan.grading import tell\n\n" + CHECKS, "x = 0", "x = 1", {"kas.csv": "1"}),
    Limits(check_seconds=1.0),
)


@pytest.fixture(scope="module")
def host():
    with Host(memory=512 * 1024**2) as started:
        yield started


def outcome(result):
    return result.status, [(said.key, said.at) for said in result.feedback]


def test_a_result_comes_back_with_values_in_words(host):
    """Values are formatted for the language, as on the page."""
    result = host.grade(EXERCISE, Program("x = 1_000"), "id")
    assert ("failed", [("beda", None)]) == outcome(result)
    assert {"hasil": "1.000"} == result.feedback[0].values
    assert {"hasil": "1,000"} == host.grade(EXERCISE, Program("x = 1_000"), "en").feedback[0].values


def test_many_answers_go_to_one_process(host):
    """Starting Python for each answer would make a check of all exercises slow."""
    pids = {
        host.grade(EXERCISE, Program("import os\nx = os.getpid()"), "id").feedback[0].values["hasil"] for _ in range(3)
    }
    assert 1 == len(pids)
    assert str(os.getpid()) not in {pid.replace(".", "") for pid in pids}


PLANTED = {
    "crash": ("y = 2\nx = 1 / 0\n", "error", "zero_division", "2"),
    "endless loop": ("x = 1\nwhile True:\n    pass\n", "timeout", "timeout", None),
    "endless native code": ("x = 10 ** 10 ** 8\n", "timeout", "timeout_unplaced", None),
    "exit": ("import sys\nsys.exit()\n", "error", "exit_called", "2"),
    "hard exit": ("import os\nos._exit(3)\n", "error", "exit_called", "2"),
    "input": ("x = 1\nx = input()\n", "error", "input_called", "2"),
    "recursion": ("def f():\n    return f()\nf()\n", "error", "recursion", "2"),
    "one great list": ("x = [0] * 1_000_000_000\n", "error", "memory", "1"),
    "a growing list": ("x = []\nwhile True:\n    x.append(bytes(50_000_000))\n", "error", "memory", "3"),
    "a file outside": ("open('/etc/passwd')\n", "error", "file_outside", "1"),
    "a dead process": ("import faulthandler\nfaulthandler._sigabrt()\n", "error", "worker_lost", None),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_whatever_a_program_does_a_reply_comes_back(host, planted):
    """6, 7. The reply is in words, with the learner's own line wherever Python knows it."""
    source, status, key, line = PLANTED[planted]
    result = host.grade(EXERCISE, Program(source), "id")
    assert (status, [key]) == (result.status, [said.key for said in result.feedback])
    assert line in (None, result.feedback[0].at)


def test_the_next_answer_is_graded_after_one_that_killed_the_process(host):
    """A process that had to be ended is started anew."""
    host.grade(EXERCISE, Program(PLANTED["endless native code"][0]), "id")
    assert "passed" == host.grade(EXERCISE, Program("x = 1"), "id").status


def test_an_answer_that_does_not_come_back_is_ended_in_time(host):
    """The limit of the exercise and a second of grace."""
    host.grade(EXERCISE, Program("x = 1"), "id")
    start = time.monotonic()
    host.grade(EXERCISE, Program("x = 10 ** 10 ** 8"), "id")
    assert time.monotonic() - start < 6


def test_what_a_program_prints_is_swallowed(host, capfd):
    """7. Output neither comes back with a check nor disturbs the talk with the process, also when written by number."""
    noise = "import os\nprint('x' * 10_000_000)\nos.write(1, b'{}')\nos.write(2, b'{}')\nx = 1\n"
    result = host.grade(EXERCISE, Program(noise), "id")
    assert ("passed", []) == outcome(result)
    assert "" == result.output
    assert ("", "") == capfd.readouterr()


def test_a_crash_in_a_check_comes_back_with_its_place():
    """6. The place is that in `checks.py`, so that the build can name it."""
    broken = Exercise("t/u/e", "code", CodeRule("def a(program):\n    1 / 0\n", "", ""))
    result = grade_in_child(broken, Program("x = 1"), "id")
    assert ("error", [("check_broken", None)]) == outcome(result)
    assert "checks.py:2: ZeroDivisionError: division by zero" == result.feedback[0].values["where"]


def test_a_process_that_cannot_start_is_said(monkeypatch):
    """Waiting for an answer from it would look like a slow exercise."""
    monkeypatch.setattr("sys.executable", "/bin/false")
    with Host() as broken, pytest.raises(RuntimeError, match="The grading process did not start"):
        broken.grade(EXERCISE, Program("x = 1"), "id")

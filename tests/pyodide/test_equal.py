"""Every exercise's promises, and every nasty program, give the same result in Pyodide and in CPython."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from jobs import REPLIES as NASTY_REPLIES
from jobs import ROOT, Job, answers, jobs_of, nasty_exercise, nasty_jobs, nasty_names, nasty_program
from twins import CannotRun, Replies, pinned_version, replies

from latihan.authoring.folder import Folder, read_folder
from latihan.authoring.host import grade_in_child
from latihan.authoring.library import exercise_folders

EXERCISES = ROOT / "exercises"
FOLDERS = {path.relative_to(EXERCISES).as_posix(): path for path in exercise_folders(EXERCISES)}
Pair = tuple[Job, dict[str, Any], dict[str, Any]]


@pytest.fixture(scope="session")
def twins(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Replies, list[Pair]]:
    """Replies of both hosts to all that the selected tests ask; one process each."""
    here = [item for item in request.session.items if item.path == Path(__file__) and hasattr(item, "callspec")]
    wanted = [item.callspec.params for item in here]
    jobs: list[Job] = []
    for given in wanted:
        if "exercise" in given and isinstance(found := read_folder(FOLDERS[given["exercise"]]), Folder):
            jobs += jobs_of(found)
        if "nasty" in given:
            jobs += nasty_jobs(given["nasty"])
    try:
        said = replies(jobs, tmp_path_factory.mktemp("twins"))
    except CannotRun as error:
        pytest.fail(str(error))
    return said, list(zip(jobs, said.pyodide[1:], said.cpython[1:], strict=True))


def pairs_of(twins: tuple[Replies, list[Pair]], start: str) -> list[Pair]:
    return [pair for pair in twins[1] if pair[0].about.startswith(f"{start}: ")]


def assert_equal(pairs: list[Pair]) -> None:
    for job, pyodide, cpython in pairs:
        assert (job.about, comparable(pyodide)) == (job.about, comparable(cpython))
        assert "result" in cpython, job.about
        assert (job.about, pyodide["result"]["output"]) == (job.about, pyodide["heard"])


def comparable(reply: dict[str, Any]) -> dict[str, Any]:
    """The whole result; only where a program printed an object its address is left out, which no two runs share."""
    result = reply.get("result", reply)
    return {**result, "output": re.sub(r" at 0x[0-9a-f]+>", ">", result.get("output", ""))}


def test_both_run_the_version_that_web_pins_on_the_same_python(twins: tuple[Replies, list[Pair]]) -> None:
    """Pyodide is the version of web/package.json, and its Python has the minor version of this one."""
    pyodide, cpython = twins[0].pyodide[0], twins[0].cpython[0]
    assert pinned_version() == pyodide["version"]
    assert [f"{sys.version_info.major}.{sys.version_info.minor}"] * 2 == [
        said["python"].rpartition(".")[0] for said in (pyodide, cpython)
    ]


@pytest.mark.parametrize("exercise", FOLDERS)
def test_every_answer_of_an_exercise_gets_equal_results(exercise: str, twins: tuple[Replies, list[Pair]]) -> None:
    """Solution, starter, mistakes, other right answers and every choice, in both languages, feedback and output."""
    folder = read_folder(FOLDERS[exercise])
    if isinstance(folder, list):
        pytest.fail("\n".join(str(fault) for fault in folder))
    pairs = pairs_of(twins, exercise)
    assert len(pairs) >= 2 * len(answers(folder))
    assert_equal(pairs)


@pytest.mark.parametrize("exercise", FOLDERS)
def test_the_promises_of_an_exercise_hold_in_pyodide(exercise: str, twins: tuple[Replies, list[Pair]]) -> None:
    """The solution and what is also right pass, the starter does not, a mistake gets the feedback it is named after."""
    for job, pyodide, _ in pairs_of(twins, exercise):
        name = job.about.removeprefix(f"{exercise}: ").rpartition(", ")[0]
        status, feedback = pyodide["result"]["status"], pyodide["result"]["feedback"]
        if job.call == "run":
            continue
        if name == "solution" or name.startswith("also-right/"):
            assert ("passed", job.about) == (status, job.about)
        if name == "starter":
            assert ("passed", job.about) != (status, job.about)
        if name.startswith("mistakes/"):
            assert ([name.removeprefix("mistakes/")], job.about) == ([one["key"] for one in feedback], job.about)


@pytest.mark.parametrize("nasty", nasty_names())
def test_a_nasty_program_gets_its_reply_in_both(nasty: str, twins: tuple[Replies, list[Pair]]) -> None:
    """Checked and run, the whole result is equal, and its reply and line are those expected."""
    pairs = pairs_of(twins, nasty)
    assert_equal(pairs)
    for job, pyodide, _ in pairs:
        result = pyodide["result"]
        said = [part for one in result["feedback"] for part in (one["key"], one["at"]) if part is not None]
        assert (job.about, NASTY_REPLIES[nasty][job.call]) == (job.about, [result["status"], *said])


@pytest.mark.parametrize("name", nasty_names(by_host=True))
def test_a_program_that_never_comes_back_is_ended_by_the_child_processs_host(name: str) -> None:
    """Where Python's own deadline does not reach, the host ends the process and still gives a reply."""
    result = grade_in_child(nasty_exercise(name), nasty_program(name), "id")
    said = [part for one in result.feedback for part in (one.key, one.at) if part is not None]
    assert NASTY_REPLIES[name]["host"] == [result.status, *said]


def test_every_nasty_program_has_its_reply() -> None:
    """replies.toml names the programs of the folder, all of them and no others."""
    assert sorted(NASTY_REPLIES) == sorted([*nasty_names(), *nasty_names(by_host=True)])

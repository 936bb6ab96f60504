"""`latihan check`."""

import pytest
from click.testing import CliRunner
from exercise_folders import make

from latihan.cli import main


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    make(tmp_path, "quiz", id_="a/b/baik")
    make(tmp_path, "table", id_="a/b/tabel")
    return tmp_path


def run(*arguments):
    done = CliRunner().invoke(main, ["check", *arguments])
    return done.exit_code, done.stdout


def test_whole_exercises_are_counted(project):
    """One line says how much was checked."""
    assert (0, "2 exercises, 3 mistakes, 0 also right: all promises hold\n") == run()


def test_faults_stand_below_their_exercise(project):
    """Exit code 1, faults grouped, and the number of broken exercises."""
    make(project, "quiz", {"text.id.md": None}, id_="a/b/rusak")
    code, said = run()
    assert 1 == code
    assert [
        "a/b/rusak",
        "  text.id.md: The text is missing. Expected: one text in each language.",
        "3 exercises, 3 mistakes, 0 also right: 1 broken",
    ] == said.splitlines()


@pytest.mark.parametrize("given", ["a/b/tabel", "exercises/a/b/tabel/", "./exercises/a/b/tabel"])
def test_an_exercise_is_named_by_id_or_path(project, given):
    """A shell completes paths, so these do too."""
    assert (0, "1 exercise, 3 mistakes, 0 also right: all promises hold\n") == run(given)


def test_a_unit_names_all_its_exercises(project):
    """An author checks the unit at hand."""
    make(project, "quiz", id_="a/c/lain")
    assert (0, "2 exercises, 3 mistakes, 0 also right: all promises hold\n") == run("a/b")


def test_an_unknown_id_is_said_with_the_nearest(project):
    """Exit code 2."""
    done = CliRunner().invoke(main, ["check", "a/b/tabell"])
    assert 2 == done.exit_code
    assert "There is no exercise `a/b/tabell`. Did you mean `a/b/tabel`?" in done.output


def test_a_folder_at_the_wrong_depth_is_said(project):
    """It would never be read, so that nobody would miss it."""
    make(project, "quiz", id_="a/terlalu-tinggi")
    code, said = run()
    assert 1 == code
    assert "exercise.toml: This exercise is at the wrong depth. Expected: exercises/<track>/<unit>/<exercise>." in said


def test_units_and_items_are_held_against_the_curriculum(project):
    """docs/curriculum holds the lists."""
    (project / "docs" / "curriculum").mkdir()
    (project / "docs" / "curriculum" / "units.csv").write_text("unit,judul\na/c,C\n")
    (project / "docs" / "curriculum" / "items.csv").write_text("id,term\nT01,x\n")
    code, said = run("a/b/baik")
    assert (1, True) == (code, "There is no unit `a/b`." in said)

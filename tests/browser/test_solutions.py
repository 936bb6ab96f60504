"""Every exercise of the real site, answered in the page with its own solution."""

from pathlib import Path

import pytest
from reader import Reader

from latihan.authoring.folder import Folder, read_folder
from latihan.authoring.sheet import as_typed
from latihan.grading.scenario import best_path
from latihan.site.project import exercises_on

ROOT = Path(__file__).parent.parent.parent
ON = {
    name: page
    for page in sorted((ROOT / "docs").rglob("*.md"))
    if not page.name.endswith(".en.md") and "contributing" not in page.parts
    for name in exercises_on(page.read_text(encoding="utf-8"))
}


def answer_choices(exercise, rule):
    if rule.form == "matching":
        for pair in rule.right:
            exercise.match(*pair.split("=", 1))
    elif rule.form == "order":
        # From the last to the first, each is brought to the top.
        for choice in reversed(rule.right):
            while exercise.place(choice):
                exercise.move_up(choice)
    else:
        exercise.pick(*rule.right)
    exercise.check()


def answer_story(exercise, rule):
    step = rule.start
    for choice in best_path(rule):
        exercise.choose(step, choice)
        step = rule.steps[step][choice].to


def answer_table(exercise, rule):
    for number, (row, solution) in enumerate(
        zip(rule.starter, as_typed(rule, rule.solution, "id"), strict=True), start=1
    ):
        for column, cell, right in zip(rule.columns, row, solution, strict=True):
            if cell == "?":
                exercise.fill(number, column.key, right)
    exercise.check()


def answer_program(exercise, rule):
    exercise.write(rule.solution)
    exercise.check()


ANSWERS = {"quiz": answer_choices, "scenario": answer_story, "table": answer_table, "code": answer_program}


@pytest.fixture(scope="module")
def reader(chromium, site):
    """One reader who goes through the whole site, page after page."""
    with Reader.of(chromium, site.address) as found:
        yield found


@pytest.mark.parametrize("name", ON)
def test_an_exercise_passes_with_its_own_solution(reader, name):
    """On the page that embeds it, as a learner would enter it."""
    folder = read_folder(ROOT / "exercises" / name)
    assert isinstance(folder, Folder), folder
    page = ON[name].relative_to(ROOT / "docs").with_suffix(".html")
    reader.at(str(page))
    exercise = reader.exercise(name)
    ANSWERS[folder.exercise.kind](exercise, folder.exercise.rule)
    assert ("passed", "passed") == (exercise.status, exercise.state), exercise.said

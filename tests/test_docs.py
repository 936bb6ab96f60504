"""The contributing pages and the README, held against the code."""

import re
from pathlib import Path

import pytest

from latihan.cli import main
from latihan.grading.program import LearnerProgram
from latihan.grading.table import LearnerTable

ROOT = Path(__file__).parent.parent
CONTRIBUTING = ROOT / "docs" / "contributing"
ARCHITECTURE = (CONTRIBUTING / "architecture.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
FIELDS = {"program": {"source", "tree"}, "table": set()}  # set when it is made
PAGES = [ROOT / "README.md", *sorted(CONTRIBUTING.glob("*.md"))]


def public(kind):
    """The public attributes of a class."""
    return {name for name in vars(kind) if not name.startswith("_")}


def test_every_command_stands_on_the_page_and_every_one_on_the_page_exists():
    """The command line of the architecture page is the command line."""
    documented = set(re.findall(r"^latihan (\w+)", ARCHITECTURE, re.M))
    assert documented == set(main.commands)


@pytest.mark.parametrize(("name", "kind"), [("program", LearnerProgram), ("table", LearnerTable)])
def test_everything_that_a_check_may_ask_is_documented(name, kind):
    """The tables of the page list every public attribute; `first_wrong` is the grader's own."""
    documented = set(re.findall(rf"`{name}\.(\w+)", ARCHITECTURE))
    assert (public(kind) | FIELDS[name]) - {"first_wrong"} == documented


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_link_of_a_page_leads_somewhere(page):
    """A relative link names a file or folder of the project."""
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_path_that_a_page_names_in_this_project_exists(page):
    """A path in code marks that begins with one of our folders is really there, wildcards and placeholders apart."""
    for path in re.findall(r"`((?:src|web|tests|docs|exercises|tools|overrides)/[\w./-]+)`", page.read_text("utf-8")):
        if path not in {"web/build"}:
            assert (ROOT / path).exists(), path


def test_the_readme_gives_two_commands_and_make_knows_them():
    """The first screen has exactly two set-up commands."""
    commands = re.findall(r"^make (\w+)", README, re.M)
    assert ["serve", "test"] == commands
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{command}: ##", makefile, re.M) for command in commands)


def test_ci_runs_the_test_command_of_the_readme():
    """What CI runs is what a newcomer runs, here and on the repository's host."""
    assert re.search(r"^(exec )?make test$", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.M)
    workflows = "".join(path.read_text(encoding="utf-8") for path in (ROOT / ".github" / "workflows").glob("*.yml"))
    assert "run: make test" in workflows

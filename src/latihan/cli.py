"""The command `latihan`: arguments in, words and exit codes out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from latihan.grading.exercise import Kind
    from latihan.messages import Language


@click.group()
def main() -> None:
    """Latihan: exercises, the site, and what checks them."""


def _project() -> Path:
    """The project that the command is called in."""
    from latihan.authoring.library import NoProject, find_project

    try:
        return find_project(Path.cwd())
    except NoProject as error:
        raise click.UsageError(str(error)) from None


def _folders(project: Path, ids: Sequence[str]) -> list[Path]:
    """The folders of exercises, or a usage error that names the nearest id."""
    from latihan.authoring.library import UnknownExercise, pick_folders

    try:
        return pick_folders(project / "exercises", ids)
    except UnknownExercise as error:
        raise click.UsageError(str(error)) from None


@main.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
def check(ids: tuple[str, ...]) -> None:
    """Hold exercises to their promises: all, those named, or those of a unit."""
    from rich.console import Console

    from latihan.authoring.check import check_folders
    from latihan.authoring.curriculum import read_lists
    from latihan.authoring.library import misplaced
    from latihan.authoring.report import report_lines

    project = _project()
    paths = _folders(project, ids)
    with Console(stderr=True).status("…") as status:
        report = check_folders(paths, read_lists(project / "docs"), status.update)
    lost = [] if ids else misplaced(project / "exercises")
    for line in report_lines(report, lost):
        click.echo(line)
    if report.broken or lost:
        raise SystemExit(1)


@main.command(name="try")
@click.argument("id_", metavar="ID")
@click.argument("answer", type=click.Path(path_type=Path))
@click.option(
    "--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Language of the feedback."
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def try_(id_: str, answer: Path, lang: Language, as_json: bool) -> None:
    """Grade one answer file: .py for code, .csv for a table, .toml with `choices` for quiz and scenario."""
    from latihan.authoring.answer_file import AnswerUnreadable
    from latihan.authoring.fault import BrokenExercises
    from latihan.authoring.library import UnknownExercise, pick_one
    from latihan.authoring.try_answer import spoken, try_answer

    try:
        said = try_answer(pick_one(_project() / "exercises", id_), answer, lang)
    except (AnswerUnreadable, BrokenExercises, UnknownExercise) as error:
        raise click.UsageError(str(error)) from None
    click.echo(json.dumps(said, ensure_ascii=False) if as_json else spoken(said, lang))
    if said["status"] != "passed":
        raise SystemExit(1)


@main.command()
@click.argument("id_", metavar="ID")
@click.option("--kind", type=click.Choice(["code", "table", "quiz", "scenario"]), required=True)
def new(id_: str, kind: Kind) -> None:
    """Make the folder of a new exercise with both languages, ready to fill in."""
    from latihan.authoring.curriculum import read_lists
    from latihan.authoring.new import NotMade, new_folder

    project = _project()
    try:
        folder = new_folder(project / "exercises", id_, kind, read_lists(project / "docs"))
    except NotMade as error:
        raise click.UsageError(str(error)) from None
    click.echo(f"{folder.relative_to(project)} is made. `latihan check {id_}` lists what is still to do.")


@main.command()
def build() -> None:
    """Build the site into site/."""
    from latihan.site import commands

    commands.build(_project())


@main.command()
def pack() -> None:
    """Build the site and pack it into dist/ as a zip that opens from a folder."""
    from latihan.site import commands

    commands.pack(_project())


@main.command()
@click.option("--port", default=8000, show_default=True, help="Where to listen.")
@click.option("--class", "for_class", is_flag=True, help="Serve to the room's network and show its address.")
def serve(port: int, for_class: bool) -> None:
    """Build the site and serve it; pages reload when a page, an exercise or a message changes."""
    from latihan.site import commands

    commands.serve(_project(), port, for_class)

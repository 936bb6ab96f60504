"""The command `latihan`: arguments in, words and exit codes out."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def main() -> None:
    """Latihan: exercises, the site, and what checks them."""


def _project() -> Path:
    from latihan.authoring.library import NoProject, find_project

    try:
        return find_project(Path.cwd())
    except NoProject as error:
        raise click.UsageError(str(error)) from None


@main.command()
@click.argument("ids", nargs=-1, metavar="[ID]…")
def check(ids: tuple[str, ...]) -> None:
    """Hold exercises to their promises: all of them, those named, or those of a unit."""
    from rich.console import Console

    from latihan.authoring.check import check_folders
    from latihan.authoring.curriculum import read_lists
    from latihan.authoring.library import UnknownExercise, misplaced, pick_folders
    from latihan.authoring.report import report_lines

    project = _project()
    try:
        paths = pick_folders(project / "exercises", ids)
    except UnknownExercise as error:
        raise click.UsageError(str(error)) from None
    console = Console(stderr=True)
    with console.status("…") as status:
        report = check_folders(paths, read_lists(project / "docs"), lambda exercise: status.update(exercise))
    lost = [] if ids else misplaced(project / "exercises")
    for line in report_lines(report, lost):
        click.echo(line)
    if report.broken or lost:
        raise SystemExit(1)

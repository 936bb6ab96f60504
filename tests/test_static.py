"""What the checkers say of the code, without running it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
CHECKERS = {
    "ruff": (ROOT, [BIN / "ruff", "check"]),
    "ruff format": (ROOT, [BIN / "ruff", "format", "--check"]),
    "mypy": (ROOT, [BIN / "mypy"]),
    "tsc": (ROOT / "web", [BIN / "node", "node_modules/typescript/bin/tsc", "--noEmit"]),
}


@pytest.mark.parametrize("name", CHECKERS)
def test_a_checker_finds_nothing(name):
    """Python and TypeScript are clean under the settings of the project."""
    folder, command = CHECKERS[name]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert 0 == done.returncode, f"{name}:\n{done.stdout}{done.stderr}"


def test_no_pin_names_an_address():
    """Versions and hashes are pinned; where packages come from is each machine's own business."""
    pins = [ROOT / "requirements.txt", ROOT / "web" / "package-lock.json"]
    assert [] == [path.name for path in pins if "://" in path.read_text(encoding="utf-8")]

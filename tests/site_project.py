"""A small project with every kind of exercise, to be built as it is or with a fault planted."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests" / "data" / "site"


def copy_project(target: Path) -> Path:
    """The small project with the real configuration and theme, without the browser's runtime."""
    shutil.copytree(SMALL, target)
    shutil.copytree(ROOT / "overrides", target / "overrides")
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    text = re.sub(r"\n  - latihan:\n(?:      .*\n)+", "\n  - latihan:\n      runtime: false\n", text)
    text = re.sub(r"\nwatch:\n(?:  - .*\n)+", "\n", text)
    (target / "mkdocs.yml").write_text(text, "utf-8")
    return target

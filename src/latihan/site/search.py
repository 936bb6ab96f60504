"""One search index a language, instead of one for both."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def split_index(site: Path) -> None:
    """Splits `search/search_index.json`: the default language keeps its place, English moves under `en/`.

    Addresses are relative to the root of the language, which the page gives to the search as its base.
    """
    path = site / "search" / "search_index.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    english = [entry for entry in index["docs"] if entry["location"].startswith("en/")]
    default = [entry for entry in index["docs"] if not entry["location"].startswith("en/")]
    # Material's search knows no Indonesian: without a pipeline it neither drops nor cuts Indonesian words as English.
    _write(path, {"config": {**index["config"], "lang": ["en"], "pipeline": []}, "docs": default})
    moved = [{**entry, "location": entry["location"].removeprefix("en/")} for entry in english]
    _write(site / "en" / "search" / "search_index.json", {"config": index["config"], "docs": moved})


def _write(path: Path, index: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")

"""axe-core on the open page."""

from pathlib import Path

from reader import Reader

SOURCE = Path(__file__).parent.parent.parent / "web" / "node_modules" / "axe-core" / "axe.min.js"

# A colour half way through its transition is nobody's choice.
SETTLED = """() => Promise.all(document.getAnimations()
  .filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime)).map((one) => one.finished.catch(() => {})))
  .then(() => undefined)"""


def violations(reader: Reader) -> list[str]:
    """What axe-core finds, each with the elements it blames."""
    reader.page.evaluate(SETTLED)
    reader.page.evaluate(SOURCE.read_text(encoding="utf-8"))
    # Its preloading asks for the style sheets once more, which a folder refuses.
    found = reader.page.evaluate("axe.run({ preload: false })")
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]

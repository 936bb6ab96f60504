"""The layer list of the architecture page, held against the code."""

import ast
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "latihan"
PAGE = (ROOT / "docs" / "contributing" / "architecture.md").read_text(encoding="utf-8")
LAYERS = re.findall(r"^(\w+)", re.search(r"```layers\n(.*?)```", PAGE, re.S)[1], re.M)
MODULES = sorted(path for path in SOURCE.rglob("*.py"))


def layer(path):
    """The layer of a module: the first folder below the package, or its own name."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path):
    """Every module that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_folder_of_the_package_is_a_layer_and_every_layer_exists():
    """The list on the page is complete and holds nothing that is gone."""
    found = {layer(path) for path in MODULES} - {"__init__"}
    assert set(LAYERS) == found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_module_imports_only_from_its_own_layer_or_below(path):
    """An arrow never points up."""
    if path == SOURCE / "__init__.py":
        pytest.fail("the package's own module holds code") if list(imports(path)) else None
        return
    below = LAYERS[LAYERS.index(layer(path)) :]
    own = {name.split(".")[1] for name in imports(path) if name.startswith("latihan.")}
    assert own <= set(below)


@pytest.mark.parametrize("path", [p for p in MODULES if layer(p) in {"grading", "domain"}], ids=lambda p: p.name)
def test_what_ships_to_the_browser_uses_the_standard_library_alone(path):
    """grading and domain run unchanged under Pyodide."""
    roots = {name.split(".")[0] for name in imports(path)}
    assert roots <= sys.stdlib_module_names | {"latihan", "__future__"}


def test_only_the_site_imports_mkdocs():
    """Another generator would touch one folder."""
    assert {"site"} >= {layer(path) for path in MODULES if any(n.split(".")[0] == "mkdocs" for n in imports(path))}

"""Remembers what the interpreter's library holds before a program runs, and puts it back afterwards."""

from __future__ import annotations

import builtins
import sys
from builtins import dict, isinstance, list, vars  # noqa: UP029 - the program may have replaced those of `builtins`
from dataclasses import dataclass
from types import ModuleType
from typing import Any

_BUILTINS = vars(builtins)
_MODULES = sys.modules
_LISTS = (sys.path, sys.meta_path, sys.path_hooks)
_LIBRARY = frozenset(sys.stdlib_module_names)


@dataclass(frozen=True, slots=True)
class Remembered:
    """`modules` as in `sys.modules`; `names` what each library module holds, the builtins first; the lists of `sys`."""

    modules: dict[str, ModuleType]
    names: dict[str, tuple[dict[str, Any], dict[str, Any]]]
    lists: tuple[tuple[list[Any], list[Any]], ...]
    tracing: tuple[Any, Any]


def remember() -> Remembered:
    """The library as it is now."""
    kept = Remembered(
        {},
        {"builtins": (_BUILTINS, dict(_BUILTINS))},
        tuple((one, list(one)) for one in _LISTS),
        (sys.gettrace(), sys.getprofile()),
    )
    remember_new(kept)
    return kept


def remember_new(kept: Remembered) -> None:
    """Adds the modules that were loaded since, as they are now: to be called before the program can touch them."""
    for name, module in list(_MODULES.items()):
        if name not in kept.modules:
            kept.modules[name] = module
            root = name.partition(".")[0]
            if (root in _LIBRARY or root == "latihan") and isinstance(module, ModuleType):
                kept.names.setdefault(name, (vars(module), dict(vars(module))))


def put_back(kept: Remembered) -> None:
    """Every remembered name, module and list holds again what it held.

    The builtins come first: until they are whole again, any of them may be the program's own.
    """
    for names, saved in kept.names.values():
        for name, value in saved.items():
            if names.get(name, put_back) is not value:
                names[name] = value
        if names is _BUILTINS:
            for name in names.keys() - saved.keys():
                del names[name]
    _MODULES.update(kept.modules)
    for one, saved_list in kept.lists:
        one[:] = saved_list
    sys.settrace(kept.tracing[0])
    sys.setprofile(kept.tracing[1])

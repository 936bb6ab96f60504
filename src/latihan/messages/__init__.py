"""The wording of replies and page, one TOML file a language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@cache
def messages(language: Language) -> dict[str, dict[str, str]]:
    """Every section of a language's file, by name: `feedback`, `page`, `columns`, `cells` and so on."""
    return tomllib.loads(files(__name__).joinpath(f"{language}.toml").read_text(encoding="utf-8"))


def fill(template: str, values: dict[str, str]) -> str:
    """The template with each `{field}` replaced by its value; other braces stay as they are."""
    for name, value in values.items():
        template = template.replace("{" + name + "}", value)
    return template

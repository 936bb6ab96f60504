"""Builds the site with MkDocs, from anywhere in Python."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError, ConfigurationError


class BuildFailed(RuntimeError):
    """The site was not built; everything that is wrong has been logged, the message is the last word."""


def build_site(project: Path, site: Path | None = None, strict: bool = True) -> Path:
    """Builds the project into `site` (by default its own `site/`) and returns that folder."""
    config_file = project / "mkdocs.yml"
    if not config_file.is_file():
        raise BuildFailed(f"{config_file} is missing. Run the command in the folder of the project.")
    options = {"site_dir": str(site)} if site else {}
    _log_warnings()
    try:
        config = load_config(str(config_file), strict=strict, **options)
        build(config)
    except (Abort, BuildError, ConfigurationError) as error:
        raise BuildFailed(str(error)) from None
    return Path(config.site_dir)


def _log_warnings() -> None:
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(levelname)s  %(message)s"))
        handler.setLevel(logging.WARNING)
        logger.addHandler(handler)
        logger.propagate = False

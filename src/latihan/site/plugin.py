"""The MkDocs plugin: hands pages to functions that know nothing of MkDocs."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any, cast

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from latihan.authoring.fault import BrokenExercises
from latihan.messages import Language, messages
from latihan.site.bundle import OFFLINE, PackFailed, pack_site
from latihan.site.curriculum import navigation
from latihan.site.page import Place, complete, page_faults
from latihan.site.project import Project, read_project, untranslated, unused
from latihan.site.runtime import Runtime, RuntimeMissing, prepare_runtime, write_runtime
from latihan.site.search import split_index
from latihan.site.theme import finish_page, theme_words

log = get_plugin_logger(__name__)


class LatihanConfig(Config):  # type: ignore[no-untyped-call]
    exercises = config_options.Dir(default="exercises", exists=True)
    web = config_options.Dir(default="web")
    pages = config_options.ListOfItems(config_options.Type(str), default=[])
    runtime = config_options.Type(bool, default=True)


class LatihanPlugin(BasePlugin[LatihanConfig]):  # type: ignore[no-untyped-call]
    project: Project
    runtime: Runtime | None = None

    # After i18n (-100), which says which language is being built; it builds the second inside its on_post_build.
    @event_priority(-150)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if not self._inner(config):
            messages.cache_clear()
            self._read(config)
        self.language = cast(Language, config.plugins["i18n"].current_language)  # type: ignore[attr-defined]
        units = tuple(self.project.units.values())
        config.nav = navigation(units, self.project.written, self.config.pages, self.language)
        config.theme.static_templates.discard("sitemap.xml")
        if self._inner(config):
            # The one page for lost addresses speaks both languages; a second build would write over it.
            config.theme.static_templates.discard("404.html")
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        if not self._inner(config):
            kept = [file for file in files.documentation_pages() if not file.inclusion.is_excluded()]  # type: ignore[no-untyped-call]
            self._warn(untranslated(file.src_uri for file in kept))
            self.texts = {file.src_uri: Path(cast(str, file.abs_src_path)).read_text("utf-8-sig") for file in kept}
            self._warn(unused(self.project, self.texts.values()))
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        place = self._place(page)
        if place.plain == "index.md":
            page.meta.setdefault("hide", ["navigation", "toc"])
        self._warn(page_faults(place, self.texts[place.source], page.meta, self.project))
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        place = self._place(page)
        if "</h1>" not in html:
            html = f"<h1>{escape(str(page.title))}</h1>{html}"
        sizes = self.runtime.sizes if self.runtime else {}
        return complete(html, place, self.texts[place.source], page.meta, self.project, sizes)

    # After i18n (50), whose addresses of the other language are absolute for the home page.
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        alternates: dict[str, Any] = page.file.alternates  # type: ignore[attr-defined]
        config.extra["alternate"] = [
            {**entry, "link": alternates[entry["lang"]].url}
            for entry in config.extra["alternate"]
            if entry["lang"] in alternates
        ]
        return cast(TemplateContext, {**context, **theme_words(self.language)})

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return finish_page(output, self.language)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        homes = {"id": "index.html", "en": "en/index.html"}
        config.extra["alternate"] = [{**e, "link": homes[e["lang"]]} for e in config.extra["alternate"]]
        return cast(TemplateContext, {**context, **theme_words(self.language)})

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        return finish_page(output_content, self.language)

    # After i18n (-100), whose on_post_build builds the second language and joins the search indexes.
    @event_priority(-150)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self._inner(config):
            return
        site = Path(config.site_dir)
        split_index(site)
        if self.runtime:
            write_runtime(self.runtime, site / "assets" / "latihan")
            self._pack(site)

    def _read(self, config: MkDocsConfig) -> None:
        try:
            self.project = read_project(Path(config.docs_dir), Path(self.config.exercises))
            self.runtime = prepare_runtime(Path(self.config.web)) if self.config.runtime else None
        except (BrokenExercises, RuntimeMissing) as error:
            raise PluginError(str(error)) from None

    def _pack(self, site: Path) -> None:
        """The zip that the home page offers for download."""
        try:
            pack_site(site, (Path(self.config.web) / "build" / "search-shim.js").read_bytes(), site / OFFLINE)
        except (OSError, PackFailed) as error:
            raise PluginError(f"The zip for offline use cannot be made: {error}") from None

    def _inner(self, config: MkDocsConfig) -> bool:
        """Whether this is the build of the second language, inside that of the first."""
        return bool(config.plugins["i18n"].building)  # type: ignore[attr-defined]

    def _place(self, page: Page) -> Place:
        return Place(page.file.src_uri, page.file.norm_src_uri, page.url, self.language)  # type: ignore[attr-defined]

    def _warn(self, faults: Iterable[object]) -> None:
        for fault in faults:
            log.warning("%s", fault)

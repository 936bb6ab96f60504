"""The page of the zip that says how to open it, in both languages."""

from __future__ import annotations

from latihan.messages import LANGUAGES, Language, messages
from latihan.site.markup import Html, join, tag, text

_STYLE = (
    "body{font:18px/1.6 system-ui,sans-serif;margin:0;background:#faf6ec;color:#25302a}"
    "main{max-width:36rem;margin:0 auto;padding:1.5rem}h1{color:#1f5136;font-family:Georgia,serif;line-height:1.2}"
    "li{margin:.4rem 0}a{display:inline-block;padding:.7rem 1.4rem;border-radius:99px;background:#a1431c;color:#fff;"
    "font-weight:700;text-decoration:none}section+section{border-top:3px solid #d9a53a;margin-top:2rem}"
)


def readme_html() -> bytes:
    """A page of its own that needs no other file."""
    head = join(
        (
            tag("meta", {"charset": "utf-8"}),
            tag("meta", {"name": "viewport", "content": "width=device-width,initial-scale=1"}),
            tag("title", None, text(messages("id")["offline"]["title"])),
            tag("style", None, Html(_STYLE)),
        )
    )
    body = tag("body", None, tag("main", None, *(_section(language) for language in LANGUAGES)))
    page = tag("html", {"lang": "id"}, tag("head", None, head), body)
    return f"<!doctype html>\n{page}\n".encode()


def _section(language: Language) -> Html:
    words = messages(language)["offline"]
    start = "index.html" if language == "id" else f"{language}/index.html"
    steps = (tag("li", None, text(words[key])) for key in ("unzip", "open", "android", "save"))
    link = tag("p", None, tag("a", {"href": start}, text(words["start"])))
    return tag("section", {"lang": language}, tag("h1", None, text(words["title"])), tag("ol", None, *steps), link)

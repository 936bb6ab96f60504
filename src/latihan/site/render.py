"""An exercise as HTML that is complete and printable without JavaScript."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from latihan.authoring.folder import Folder
from latihan.authoring.text import replies
from latihan.grading.wire import exercise_json
from latihan.messages import Language, fill, messages
from latihan.site.markup import Html, tag, text
from latihan.site.prose import block
from latihan.site.render_code import code_answer, code_solution
from latihan.site.render_quiz import quiz_answer, quiz_solution
from latihan.site.render_scenario import scenario_answer, scenario_solution
from latihan.site.render_table import table_answer, table_solution

_ANSWERS = {"code": code_answer, "table": table_answer, "quiz": quiz_answer, "scenario": scenario_answer}
_SOLUTIONS = {"code": code_solution, "table": table_solution, "quiz": quiz_solution, "scenario": scenario_solution}
_ACTIONS = {
    "code": ("run", "check", "stop", "hint", "solution", "reset"),
    "table": ("check", "stop", "hint", "solution", "reset"),
    "quiz": ("check", "hint", "solution", "reset"),
    "scenario": ("hint", "solution", "reset"),
}


def exercise_html(folder: Folder, language: Language, project: str) -> Html:
    """The element of the page contract; `project` is the name under which progress is kept."""
    exercise, prose, words = folder.exercise, folder.texts[language], messages(language)["exercise"]
    labels = {"solution": words["show_solution"]}
    buttons = (
        tag("button", {"type": "button", "data-action": action}, text(labels.get(action) or words[action]))
        for action in _ACTIONS[exercise.kind]
    )
    hints = (
        tag(
            "details",
            {"data-role": "hint"},
            tag("summary", None, text(fill(words["hint_number"], {"number": str(number)}))),
            block(hint),
        )
        for number, hint in enumerate(prose.hints, start=1)
    )
    solution = [_SOLUTIONS[exercise.kind](exercise, prose, language)]
    if prose.explanation:
        solution.append(tag("div", {"class": "lx-explanation"}, block(prose.explanation)))
    return tag(
        "latihan-exercise",
        {
            "class": "lx",
            "id": "ex-" + exercise.id.replace("/", "-"),
            "exercise": exercise.id,
            "kind": exercise.kind,
            "state": "untouched",
            "lang": language,
        },
        _head(folder, language),
        tag("div", {"class": "lx-prompt", "data-role": "prompt"}, block(prose.prompt)),
        tag("div", {"class": "lx-answer", "data-role": "answer"}, _ANSWERS[exercise.kind](exercise, prose, language)),
        tag("div", {"class": "lx-actions", "data-role": "actions", "hidden": True}, *buttons),
        tag("pre", {"class": "lx-output", "data-role": "output", "hidden": True}),
        tag("div", {"class": "lx-feedback", "data-role": "feedback", "data-status": "idle", "role": "status"}),
        tag("div", {"class": "lx-hints", "data-role": "hints", "data-search-exclude": True}, *hints),
        tag(
            "details",
            {"class": "lx-solution", "data-role": "solution", "data-search-exclude": True},
            tag("summary", None, text(words["solution"])),
            *solution,
        ),
        json_script({"data-role": "exercise"}, exercise_data(folder, language, project)),
    )


def _head(folder: Folder, language: Language) -> Html:
    words = messages(language)["exercise"]
    return tag(
        "header",
        {"class": "lx-head"},
        tag("span", {"class": "lx-kind"}, text(words[f"kind_{folder.exercise.kind}"])),
        tag("h3", {"class": "lx-title"}, text(folder.texts[language].title)),
        tag("span", {"class": "lx-minutes"}, text(fill(words["minutes"], {"minutes": str(folder.minutes)}))),
        tag("span", {"class": "lx-state", "data-role": "state"}),
    )


def exercise_data(folder: Folder, language: Language, project: str) -> dict[str, Any]:
    """What the element hands to the worker, the exercise's content hash, and every own reply by its key."""
    return {
        **exercise_json(folder.exercise),
        "hash": folder.hash,
        "project": project,
        "language": language,
        "messages": replies(folder.texts[language]),
    }


def json_script(attributes: Mapping[str, str], data: object) -> Html:
    """Inert JSON that no text inside can end early."""
    dumped = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return tag("script", {"type": "application/json", **attributes}, Html(dumped))


def page_data(
    language: Language, project: str, root: str, sizes: Mapping[str, int], units: Mapping[str, list[str]]
) -> Html:
    """What a page with exercises tells its script once; `root` is the relative way to the site's root."""
    words = messages(language)
    data = {
        "language": language,
        "project": project,
        "root": root,
        "mode": "http",
        "sizes": dict(sizes),
        "messages": {"feedback": words["feedback"], "page": words["page"]},
        "units": dict(units),
    }
    return json_script({"id": "latihan-page"}, data)

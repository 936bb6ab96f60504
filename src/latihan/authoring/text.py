"""The prose of an exercise in one language, as the page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice or an item: its label, and the reply to it (empty where none is ever shown)."""

    label: str
    reply: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a scenario: what happens, and its choices by key."""

    text: str
    choices: Mapping[str, Choice]


@dataclass(frozen=True, slots=True)
class Text:
    """Every section of `text.<language>.md`; bodies are Markdown, keys as in the exercise.

    `lines` gives the line of a section by its heading, as `feedback: x` or `step: a/choice: b`.
    """

    title: str
    prompt: str
    hints: tuple[str, ...] = ()
    feedback: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Choice] = field(default_factory=dict)
    items: Mapping[str, Choice] = field(default_factory=dict)
    steps: Mapping[str, Step] = field(default_factory=dict)
    endings: Mapping[str, str] = field(default_factory=dict)
    explanation: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)


def replies(text: Text) -> dict[str, str]:
    """Own replies under the keys that a result names: feedback, `choice:a`, `item:x`, `step:choice`, `ending:e`."""
    return {
        **text.feedback,
        **{f"choice:{key}": choice.reply for key, choice in text.choices.items() if choice.reply},
        **{f"item:{key}": item.reply for key, item in text.items.items()},
        **{f"{step}:{key}": choice.reply for step, told in text.steps.items() for key, choice in told.choices.items()},
        **{f"ending:{key}": ending for key, ending in text.endings.items()},
    }

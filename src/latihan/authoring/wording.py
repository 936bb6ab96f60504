"""What a learner reads for a feedback: the exercise's own reply, or the shared one, with its values filled in."""

from __future__ import annotations

import re

from latihan.authoring.text import Text, replies
from latihan.grading.display import shown
from latihan.grading.result import Feedback
from latihan.messages import Language, fill, messages

FIELD = re.compile(r"\{([A-Za-z_]\w*)\}")


def template(text: Text, key: str, language: Language) -> str | None:
    """The reply before its fields are filled; None where neither the exercise nor the shared replies have it."""
    own = replies(text)
    return own[key] if key in own else messages(language)["feedback"].get(key)


def worded(text: Text, feedback: Feedback, language: Language) -> str:
    """The reply as the learner reads it; the bare key where there is none."""
    values = {name: shown(value, language) for name, value in feedback.values.items()}
    return fill(template(text, feedback.key, language) or feedback.key, values)

"""Tells whether an exercise has changed since a learner's answer was kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from latihan.authoring.text import Text
from latihan.grading.exercise import Exercise
from latihan.grading.wire import exercise_json
from latihan.messages import Language


def content_hash(exercise: Exercise, texts: Mapping[Language, Text]) -> str:
    """16 hexadecimal digits of all that a kept answer depends on.

    That is the rule, and for choices also their labels, since an answer holds only their keys.
    """
    labels = [
        [
            {key: choice.label for key, choice in text.choices.items()},
            {key: item.label for key, item in text.items.items()},
            {step: {key: c.label for key, c in told.choices.items()} for step, told in text.steps.items()},
        ]
        for _, text in sorted(texts.items())
    ]
    rule = {key: value for key, value in exercise_json(exercise).items() if key in ("kind", "rule")}
    canonical = json.dumps([rule, labels], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]

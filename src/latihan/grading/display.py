"""Values of feedback as a learner reads them."""

from __future__ import annotations

import re
from decimal import Decimal

from latihan.domain.rupiah import Language, format_decimal, format_number

MAX_SHOWN = 200


def shown(value: object, language: Language) -> str:
    """Numbers with the language's marks, text as it is, everything else as Python writes it, without addresses."""
    if isinstance(value, bool):
        return repr(value)
    if isinstance(value, int):
        return format_number(value, language) if abs(value) < 10**30 else "10³⁰ …"
    if isinstance(value, Decimal):
        return format_decimal(value, language) if value.is_finite() else str(value)
    text = value if isinstance(value, str) else _python(value)
    return text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN] + "…"


def _python(value: object) -> str:
    try:
        return re.sub(r" at 0x[0-9a-f]+(?=>)", "", repr(value))
    except Exception:
        return f"<{type(value).__name__}>"

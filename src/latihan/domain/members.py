"""The member register: who belongs to the group on a day, and how much land they till."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from io import StringIO

COLUMNS = ("no_anggota", "nama", "jenis_kelamin", "jabatan", "luas_lahan_ha", "tanggal_masuk", "tanggal_keluar")


@dataclass(frozen=True, slots=True)
class Member:
    """A member, a leaver included: a number is never used again. `area` is in hectares."""

    number: str
    name: str
    sex: str
    office: str
    area: Decimal
    joined: date
    left: date | None


def read_members(csv_text: str) -> tuple[Member, ...]:
    """The register from CSV with at least the headings `COLUMNS`; ValueError names row and what was expected."""
    reader = csv.DictReader(StringIO(csv_text.removeprefix("\ufeff"), newline=""))
    if missing := [column for column in COLUMNS if column not in (reader.fieldnames or ())]:
        raise ValueError(f"members: no column {', '.join(missing)}; expected the headings {', '.join(COLUMNS)}")
    return tuple(_member(number, row) for number, row in enumerate(reader, 1))


def registered_on(members: Iterable[Member], day: date) -> tuple[Member, ...]:
    """Members as of `day`: from the day of joining until the day before leaving; passive members count."""
    return tuple(member for member in members if member.joined <= day and (member.left is None or day < member.left))


def total_area(members: Iterable[Member]) -> Decimal:
    """Hectares of these members together."""
    return sum((member.area for member in members), Decimal(0))


def months_of_membership(joined: date, until: date) -> int:
    """Months that owe a contribution: the month of entry and the month of `until` both count; 0 before joining."""
    return max(0, (until.year - joined.year) * 12 + until.month - joined.month + 1)


def reused_numbers(members: Iterable[Member]) -> tuple[str, ...]:
    """Numbers that stand in the register more than once, in order of their second appearance."""
    seen: set[str] = set()
    reused: dict[str, None] = {}
    for member in members:
        if member.number in seen:
            reused[member.number] = None
        seen.add(member.number)
    return tuple(reused)


def _member(number: int, row: dict[str, str]) -> Member:
    try:
        return Member(
            number=row["no_anggota"],
            name=row["nama"],
            sex=row["jenis_kelamin"],
            office=row["jabatan"],
            area=Decimal(row["luas_lahan_ha"]),
            joined=date.fromisoformat(row["tanggal_masuk"]),
            left=date.fromisoformat(row["tanggal_keluar"]) if row["tanggal_keluar"] else None,
        )
    except (TypeError, ValueError, InvalidOperation):
        raise ValueError(
            f"members, row {number}: {row!r}; expected hectares like 0.45 and dates like 2025-01-31"
        ) from None

"""Holds the tables of the units on self-reliance and on the connector to the fixtures."""

from __future__ import annotations

import csv
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

EXERCISES = Path(__file__).parent.parent.parent / "exercises"
FUNDS = EXERCISES / "prinsip" / "keswadayaan" / "dana-sendiri-dana-luar"
LIST = EXERCISES / "peran" / "penghubung" / "cocokkan-daftar"
YEARS = {"per_2024": "per_2024_12_31", "per_2025": "per_2025_12_31"}
ITEMS = {
    "simpanan_sukarela": ["Simpanan sukarela anggota"],
    "dana_sosial": ["Dana sosial"],
    "dana_pendidikan": ["Dana pendidikan"],
    "dana_bergulir": ["Utang dana bergulir BUMDes"],
    "simpanan_pokok": ["Simpanan pokok"],
    "simpanan_wajib": ["Simpanan wajib"],
    "modal_hibah": ["Modal hibah"],
    "cadangan": ["Cadangan"],
    "shu": ["SHU tahun 2024", "SHU tahun 2025"],
}


def rows(path: Path, key: str) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row[key]: row for row in csv.DictReader(file)}


def test_every_fund_is_the_one_of_the_balance_sheet() -> None:
    """The nine items and their amounts are those of the balance sheet, none left out."""
    balance_sheet = rows(EXERCISES / "fixtures" / "balance-sheet-2025.csv", "pos")
    solution = rows(FUNDS / "solution.csv", "pos")
    for year, column in YEARS.items():
        expected = {item: sum(int(balance_sheet[pos][column]) for pos in posts) for item, posts in ITEMS.items()}
        assert expected == {item: int(solution[item][year]) for item in ITEMS}
        total = int(balance_sheet["Jumlah kewajiban dan ekuitas"][column])
        assert total == int(solution["jumlah_sendiri"][year]) + int(solution["jumlah_luar"][year])


def test_the_own_share_is_the_one_of_the_totals() -> None:
    """The share is own funds over all funds in whole per cent, half up."""
    solution = rows(FUNDS / "solution.csv", "pos")
    for year in YEARS:
        own, outside = (Decimal(solution[row][year]) for row in ("jumlah_sendiri", "jumlah_luar"))
        share = (100 * own / (own + outside)).quantize(Decimal(1), ROUND_HALF_UP)
        assert str(share) == solution["bagian_sendiri"][year]


def test_every_finding_follows_from_the_member_register() -> None:
    """Who receives a pack is registered, active, in the team named and grows chilli; nobody else does."""
    members = rows(EXERCISES / "fixtures" / "members.csv", "no_anggota")
    listed = [row for row in rows(LIST / "solution.csv", "nama").values() if row["nama"] != "jumlah"]
    chilli = {n for n, m in members.items() if m["komoditas_utama"] == "cabai" and m["status"] == "aktif"}
    received = {row["no_anggota"] for row in listed if row["paket"] == "1"}
    missing = {row["no_anggota"] for row in listed if row["temuan"] == "terlewat"}
    assert chilli == received | missing
    assert not received & missing
    for row in listed:
        if row["temuan"] in ("cocok", "salah_tulis", "ganda"):
            assert row["regu"] == members[row["no_anggota"]]["regu"]
        if row["temuan"] == "cocok":
            assert row["nama"] == members[row["no_anggota"]]["nama"]
        if row["temuan"] == "sudah_keluar":
            assert members[row["no_anggota"]]["status"] == "keluar"
        if row["temuan"] == "bukan_anggota":
            assert row["nama"] not in {member["nama"] for member in members.values()}

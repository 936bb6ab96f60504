"""Holds the answers of the first bookkeeping exercises to the books of the fixtures."""

from __future__ import annotations

import ast
import csv
import tomllib
from itertools import groupby
from pathlib import Path

from latihan.domain.cash_book import CashBook, CashLine, faults, read_cash_book, running_balance
from latihan.domain.receipts import next_receipt, parse_receipt

EXERCISES = Path(__file__).parent.parent / "exercises"
FIXTURES = EXERCISES / "fixtures"


def book(name: str = "cash-book-2025.csv") -> CashBook:
    return read_cash_book((FIXTURES / name).read_text(encoding="utf-8"))


def solution(exercise: str) -> list[dict[str, str]]:
    with (EXERCISES / "pembukuan" / exercise / "solution.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def right(exercise: str) -> list[str]:
    settings = (EXERCISES / "pembukuan" / exercise / "exercise.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(settings)["quiz"]["right"])


def planted() -> dict[str, dict[str, str]]:
    with (Path(__file__).parent / "data" / "planted-errors.csv").open(encoding="utf-8", newline="") as file:
        return {row["no"]: row for row in csv.DictReader(file)}


def test_the_nine_balances_are_those_of_the_cash_book() -> None:
    """isi-saldo shows the first ten lines of the year, their balances recomputed."""
    lines = book().lines[:10]
    balances = running_balance(book().opening, lines)
    expected = [(line.cash_in, line.cash_out, balance) for line, balance in zip(lines, balances, strict=True)]
    rows = solution("saldo-berjalan/isi-saldo")
    assert expected == [(int(r["masuk"] or 0), int(r["keluar"] or 0), int(r["saldo"])) for r in rows]


def test_the_vouchers_are_the_first_seven_of_the_year() -> None:
    """siapkan-bukti asks for kind, number and total of the first seven receipts, a receipt of two lines once."""
    expected = []
    for number, lines in groupby(book().lines[1:9], key=lambda line: line.receipt):
        receipt = parse_receipt(number)
        assert receipt is not None
        total = sum(line.cash_in + line.cash_out for line in lines)
        expected.append((receipt.kind.lower(), receipt.sequence, total))
    rows = solution("bukti-transaksi/siapkan-bukti")
    assert expected == [(row["jenis"], int(row["urut"]), int(row["jumlah"])) for row in rows]


def test_the_copied_lines_are_lines_of_february() -> None:
    """Every line of pindahkan-bukti stands in the cash book with the same number, date, category and amounts."""
    rows = solution("buku-kas/pindahkan-bukti")
    asked = [(r["bukti"], r["tanggal"], r["kategori"], int(r["masuk"]), int(r["keluar"])) for r in rows]
    receipts = {row["bukti"] for row in rows}
    of_book = [as_row(line) for line in book().lines if line.receipt in receipts]
    assert of_book == asked


def as_row(line: CashLine) -> tuple[str, str, str, int, int]:
    return line.receipt, line.date.isoformat(), line.category, line.cash_in, line.cash_out


def test_the_correcting_lines_make_up_for_planted_slips() -> None:
    """Each correction of baris-koreksi is the change that the book should have had less the change it had."""
    slips = planted()
    transposed = int(slips["1"]["seharusnya"]) - int(slips["1"]["tertulis"])
    a_nought_too_many = int(slips["8"]["tertulis"]) - int(slips["8"]["seharusnya"])
    swapped = -int(slips["2"]["seharusnya"].split("|")[1]) - int(slips["2"]["tertulis"].split("|")[0])
    rows = solution("buku-kas/baris-koreksi")
    assert [transposed, a_nought_too_many, swapped] == [int(r["masuk"]) - int(r["keluar"]) for r in rows]


def test_the_differences_are_those_of_planted_slips() -> None:
    """The items of selisih-bercerita carry what the slips did to the balance."""
    slips = planted()
    effects = {
        "terlewat": int(slips["3"]["tertulis"]) - int(slips["3"]["seharusnya"]),
        "sisi": int(slips["2"]["pengaruh_saldo"]),
        "angka": int(slips["1"]["tertulis"]) - int(slips["1"]["seharusnya"]),
        "nol": int(slips["8"]["pengaruh_saldo"]),
        "dua_kali": int(slips["7"]["pengaruh_saldo"]),
    }
    expected = {f"{'lebih' if effect > 0 else 'kurang'}_{abs(effect)}={slip}" for slip, effect in effects.items()}
    assert expected == set(right("saldo-berjalan/selisih-bercerita"))


def test_the_first_wrong_balance_is_the_only_fault_of_the_rows_shown() -> None:
    """In rows 88 to 94 of the book with slips the balance goes wrong at the electricity bill and nowhere else."""
    with_slips = book("cash-book-2025-errors.csv")
    found = [fault.row for fault in faults(with_slips) if fault.kind == "balance" and 88 < fault.row <= 94]
    assert [("biaya_listrik", "BKK-2504-003")] == [
        (with_slips.lines[row - 1].category, with_slips.lines[row - 1].receipt) for row in found
    ]
    assert ["listrik"] == right("saldo-berjalan/baris-pertama-keliru")


def test_the_next_number_is_the_one_that_fitri_got() -> None:
    """The first cash-in voucher of March restarts the sequence."""
    february = [parse_receipt(line.receipt) for line in book().lines if line.date.month <= 2]
    fitri = next(line for line in book().lines if "Fitri" in line.description)
    number = next_receipt([receipt for receipt in february if receipt], "BKM", fitri.date)
    assert fitri.receipt == str(number)
    assert [str(number).lower()] == right("bukti-transaksi/nomor-berikutnya")


def test_the_programs_work_on_the_first_lines_of_the_year() -> None:
    """Starters carry the opening balance and the first changes of the cash book, the checks expect its balances."""
    lines, opening = book().lines[1:4], book().opening
    unit = EXERCISES / "pembukuan" / "saldo-berjalan"
    one_line = unit / "saldo-satu-baris" / "starter.py"
    names = {node.targets[0].id: ast.literal_eval(node.value) for node in ast.parse(one_line.read_text()).body[:3]}  # type: ignore[attr-defined]
    assert {"saldo_awal": opening, "masuk": lines[0].cash_in, "keluar": lines[1].cash_out} == names
    checks = ast.parse((unit / "fungsi-saldo-berjalan" / "checks.py").read_text()).body[2:5]
    assert [
        opening,
        [line.cash_in - line.cash_out for line in lines],
        list(running_balance(opening, lines)),
    ] == [ast.literal_eval(node.value) for node in checks]  # type: ignore[attr-defined]

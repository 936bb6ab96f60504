import ast
from decimal import Decimal
from numbers import Real

from latihan.grading import tell

GIVEN = {"saldo_awal": 3_275_000, "masuk": 440_000, "keluar": 144_000}
OTHER = {"saldo_awal": 1_000_000, "masuk": 500_000, "keluar": 200_000}


def angka(program):
    got = program.value("saldo")
    if isinstance(got, bool) or not isinstance(got, Real | Decimal):
        return tell("saldo_bukan_angka", hasil=got)


def nama(program):
    for name in GIVEN:
        if name not in program.names:
            return tell("nama_hilang", nama=name)


def rumus(program):
    got = program.value("saldo")
    opening, money_in, money_out = GIVEN.values()
    if got == opening + money_in - money_out:
        return None
    for name, amount in GIVEN.items():
        if program.value(name) != amount:
            return tell("angka_berubah", nama=name, hasil=program.value(name), seharusnya=amount)
    slips = {
        opening: "belum_dihitung",
        opening + money_in + money_out: "keluar_ditambahkan",
        money_in - money_out: "saldo_awal_lupa",
        opening + money_in: "keluar_belum",
        opening - money_out: "masuk_belum",
        opening - money_in + money_out: "tanda_terbalik",
    }
    return tell(slips.get(got, "belum_cocok"), hasil=got)


def ikut_berubah(program):
    # Amounts kept in another way, as several at once or as a list, cannot be exchanged: the result alone counts there.
    if all(_is_plain(program.tree, name) for name in GIVEN):
        got = program.rerun(**OTHER).names.get("saldo")
        if got != OTHER["saldo_awal"] + OTHER["masuk"] - OTHER["keluar"]:
            return tell("angka_diketik", masuk=OTHER["masuk"], hasil=got)


def _is_plain(tree, name):
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if isinstance(node, ast.Assign | ast.AnnAssign) and any(
            isinstance(target, ast.Name) and target.id == name for target in targets
        ):
            return isinstance(node.value, ast.Constant)
    return False

import ast

from latihan.grading import tell

GIVEN = {"saldo_awal": 3_275_000, "masuk": 440_000, "keluar": 144_000}
OTHER = {"saldo_awal": 1_000_000, "masuk": 500_000, "keluar": 200_000}


def angka(program):
    got = program.value("saldo")
    if isinstance(got, bool) or not isinstance(got, int | float):
        return tell("saldo_bukan_angka", hasil=got)


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
    # Names assigned in another way, as several at once, cannot be given other amounts: the result alone counts there.
    if not all(name in program.names for name in GIVEN) or all(_assigned(program.tree, name) for name in GIVEN):
        got = program.rerun(**OTHER).names.get("saldo")
        if got != OTHER["saldo_awal"] + OTHER["masuk"] - OTHER["keluar"]:
            return tell("angka_diketik", masuk=OTHER["masuk"], hasil=got)


def _assigned(tree, name):
    return any(
        isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in node.targets)
        for node in tree.body
    )

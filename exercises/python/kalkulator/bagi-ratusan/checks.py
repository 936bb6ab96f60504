import ast
from decimal import Decimal
from numbers import Real

from latihan.grading import tell

INSTALMENT, SHARE, REST = 233_300, 58_300, 100
OTHER = {"angsuran": 150_700, "tiap_orang": 37_600, "sisa": 300}


def bagian_tiap_orang(program):
    got = program.value("tiap_orang")
    if not _is_number(got):
        return tell("bukan_angka", nama="tiap_orang", hasil=got)
    if got == SHARE:
        return None
    if _typed_once(program.tree, "angsuran") and program.value("angsuran") != INSTALMENT:
        return tell("angsuran_berubah", hasil=program.value("angsuran"), seharusnya=INSTALMENT)
    if got == INSTALMENT / 4:
        return tell("belum_ratusan" if isinstance(got, int) else "pakai_garis_miring", hasil=got)
    if got * 100 in (SHARE, INSTALMENT / 4):
        return tell("masih_ratusan", hasil=got)
    return tell("tiap_belum_cocok", hasil=got)


def sisanya(program):
    if "sisa" not in program.names:
        return tell("sisa_lupa")
    got = program.value("sisa")
    if not _is_number(got):
        return tell("bukan_angka", nama="sisa", hasil=got)
    if got == 0:
        return tell("sisa_dari_rupiah", hasil=got)
    if got == 1:
        return tell("sisa_dalam_ratusan", hasil=got)
    if got != REST:
        return tell("sisa_belum_cocok", hasil=got)


def ikut_berubah(program):
    # An instalment made up in another way cannot be exchanged: the result alone counts there.
    if _typed_once(program.tree, "angsuran"):
        names = program.rerun(angsuran=OTHER["angsuran"]).names
        if any(names.get(name) != OTHER[name] for name in ("tiap_orang", "sisa")):
            return tell(
                "hasil_diketik", angsuran=OTHER["angsuran"], tiap_orang=names.get("tiap_orang"), sisa=names.get("sisa")
            )


def _is_number(value):
    return isinstance(value, Real | Decimal) and not isinstance(value, bool)


def _typed_once(tree, name):
    """Whether `name` is given a value once only, by a figure: then another figure can stand there."""
    stored = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store)
    ]
    return len(stored) == 1 and any(
        isinstance(node, ast.Assign) and stored[0] in node.targets and isinstance(node.value, ast.Constant)
        for node in tree.body
    )

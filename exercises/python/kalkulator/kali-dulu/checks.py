import ast
from decimal import Decimal
from numbers import Real

from latihan.grading import tell

MORNING, DUES, REFRESHMENTS = 3_275_000, 22 * 20_000, 18 * 8_000
OTHER_MORNING = 1_000_000


def sebuah_angka(program):
    got = program.value("sore")
    if isinstance(got, bool) or not isinstance(got, Real | Decimal):
        return tell("bukan_angka", hasil=got)


def uang_sore(program):
    got = program.value("sore")
    if got == MORNING + DUES - REFRESHMENTS:
        return None
    if _typed_once(program.tree, "pagi") and program.value("pagi") != MORNING:
        return tell("pagi_berubah", hasil=program.value("pagi"), seharusnya=MORNING)
    slips = {
        MORNING + DUES: "konsumsi_belum",
        MORNING + DUES + REFRESHMENTS: "konsumsi_ditambahkan",
        MORNING + 20_000 - REFRESHMENTS: "iuran_tidak_dikali",
        MORNING + 22 - REFRESHMENTS: "iuran_tidak_dikali",
        MORNING + DUES - 8_000: "konsumsi_tidak_dikali",
        MORNING + DUES - 18: "konsumsi_tidak_dikali",
        MORNING + 20_000 - 8_000: "iuran_tidak_dikali",
        (MORNING + 22) * 20_000: "kurung_keliru",
        (MORNING + 22) * 20_000 - REFRESHMENTS: "kurung_keliru",
        (MORNING + DUES - 18) * 8_000: "kurung_keliru",
        ((MORNING + 22) * 20_000 - 18) * 8_000: "kurung_keliru",
        MORNING + (DUES - 18) * 8_000: "kurung_keliru",
        MORNING + 22 * (20_000 - 18) * 8_000: "kurung_keliru",
        MORNING + 22 * (20_000 - REFRESHMENTS): "kurung_keliru",
        DUES - REFRESHMENTS: "pagi_lupa",
    }
    return tell(slips.get(got, "belum_cocok"), hasil=got)


def python_yang_menghitung(program):
    written = {node.value for node in ast.walk(program.tree) if isinstance(node, ast.Constant)}
    got = None
    if _typed_once(program.tree, "pagi"):
        got = program.rerun(pagi=OTHER_MORNING).names.get("sore")
    # Whoever writes the opening balance itself instead of `pagi` has calculated too, unless it is only the result.
    if got != OTHER_MORNING + DUES - REFRESHMENTS and MORNING + DUES - REFRESHMENTS in written:
        return tell("hasil_diketik")
    if (DUES in written and 20_000 not in written) or (REFRESHMENTS in written and 8_000 not in written):
        return tell("perkalian_di_kepala")


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

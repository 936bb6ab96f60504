from latihan.grading import tell

SEHARUSNYA = {1: ("masuk", 316_000), 2: ("keluar", 52_500), 3: ("keluar", 176_000)}
TERTULIS = {1: ("masuk", 136_000), 2: ("keluar", 525_000), 3: ("masuk", 176_000)}
LAWAN = {"masuk": "keluar", "keluar": "masuk"}


def satu_sisi(table):
    for row in range(1, table.rows + 1):
        for column in LAWAN:
            if table.amount(row, column) < 0:
                return tell("tanda_minus", at=(row, column), baris=row)
        if table.amount(row, "masuk") and table.amount(row, "keluar"):
            return tell("dua_sisi", at=(row, "masuk"), baris=row)
        if not table.amount(row, "masuk") and not table.amount(row, "keluar"):
            return tell("tanpa_koreksi", at=(row, "masuk"), baris=row)


def besar_dan_sisi(table):
    for row in range(1, table.rows + 1):
        column = "masuk" if table.amount(row, "masuk") else "keluar"
        got = table.amount(row, column)
        if got == table.right(row, column):
            continue
        side, amount = TERTULIS[row]
        if row == 3 and (column, got) == SEHARUSNYA[row]:
            return tell("baru_sekali", at=(row, column), hasil=got)
        if (column, got) == SEHARUSNYA[row]:
            return tell("tulis_ulang", at=(row, column), baris=row, hasil=got, tertulis=amount)
        if (column, got) == (LAWAN[side], amount):
            return tell("hapus_saja", at=(row, column), baris=row, hasil=got)
        if got == table.right(row, LAWAN[column]):
            return tell("sisi_koreksi", at=(row, column), baris=row, hasil=got)
        return tell("besar_lain", at=(row, column), baris=row, hasil=got)

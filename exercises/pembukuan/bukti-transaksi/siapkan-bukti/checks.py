from latihan.grading import tell

HARGA_SATUAN = {1: 20_000, 2: 8_000, 6: 12_000}
ANGSURAN = 4
POKOK, JASA = 300_000, 30_000


def arah(table):
    for row in range(1, table.rows + 1):
        if table.text(row, "jenis") != table.right(row, "jenis"):
            return tell("arah_terbalik", at=(row, "jenis"), baris=row)


def urutan(table):
    numbers = [table.amount(row, "urut") for row in range(1, table.rows + 1)]
    if numbers == list(range(1, table.rows + 1)):
        return tell("satu_urutan", at=(2, "urut"))
    last = {"bkm": 0, "bkk": 0}
    for row, number in enumerate(numbers, 1):
        kind = table.text(row, "jenis")
        if 1 <= number <= last[kind]:
            return tell("nomor_dipakai_lagi", at=(row, "urut"), nomor=number, jenis=kind.upper(), baris=row)
        if number != last[kind] + 1:
            return tell(
                "nomor_lompat", at=(row, "urut"), nomor=number, jenis=kind.upper(), baris=row, sebelum=last[kind]
            )
        last[kind] = number


def jumlah(table):
    for row in range(1, table.rows + 1):
        got = table.amount(row, "jumlah")
        if got == HARGA_SATUAN.get(row):
            return tell("harga_satuan", at=(row, "jumlah"), baris=row, hasil=got)
        if row == ANGSURAN and got == POKOK:
            return tell("jasa_lupa", at=(row, "jumlah"), hasil=got)
        if row == ANGSURAN and got == POKOK - JASA:
            return tell("jasa_dikurangkan", at=(row, "jumlah"), hasil=got)
        if got != table.right(row, "jumlah"):
            return tell("jumlah_lain", at=(row, "jumlah"), baris=row, hasil=got)

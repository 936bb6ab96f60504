from latihan.grading import tell

POKOK, JASA = 5, 6


def tanggal(table):
    got = table.text(1, "tanggal")
    if got == table.right(1, "tanggal"):
        return None
    if got.startswith("2025-01"):
        return tell("bulan_iuran", at=(1, "tanggal"))
    return tell("tanggal_menyalin" if got == "2025-02-14" else "tanggal_lain", at=(1, "tanggal"))


def satu_sisi(table):
    for row in range(1, table.rows + 1):
        money_in, money_out = table.amount(row, "masuk"), table.amount(row, "keluar")
        place = _written(row, money_in)
        if money_in < 0 or money_out < 0:
            return tell("tanda_minus", at=(row, "masuk" if money_in < 0 else "keluar"), baris=row)
        if money_in and money_out:
            return tell("dua_sisi", at=place, baris=row)
        if row == POKOK and money_in == table.right(POKOK, "masuk") + table.right(JASA, "masuk"):
            return tell("pokok_jasa_digabung", at=place, hasil=money_in)
        if not money_in and not money_out:
            return tell("tanpa_sisi", at=(row, "masuk"), baris=row)


def sisi(table):
    for row in range(1, table.rows + 1):
        if bool(table.amount(row, "masuk")) != bool(table.right(row, "masuk")):
            place = _written(row, table.amount(row, "masuk"))
            return tell("sisi_tertukar", at=place, baris=row, bukti=table.text(row, "bukti"))


def jumlah(table):
    for row in range(1, table.rows + 1):
        money_in = table.amount(row, "masuk")
        got = money_in + table.amount(row, "keluar")
        if got != table.right(row, "masuk") + table.right(row, "keluar"):
            return tell("jumlah_lain", at=_written(row, money_in), baris=row, hasil=got)


def kategori(table):
    for row in range(1, table.rows + 1):
        got, right = table.text(row, "kategori"), table.right(row, "kategori")
        if got == right:
            continue
        place = (row, "kategori")
        if {got, right} == {"angsuran_pokok", "jasa_pinjaman"}:
            return tell("jasa_jadi_pokok", at=place, baris=row)
        if got == "setor_bank" and right == "tarik_bank":
            return tell("bank_terbalik", at=place)
        return tell("kategori_lain", at=place, baris=row)


def _written(row, money_in):
    return (row, "masuk" if money_in else "keluar")

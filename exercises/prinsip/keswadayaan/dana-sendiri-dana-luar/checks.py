"""Where each fund of the group came from, the two totals of each year, and the group's own share."""

from latihan.grading import tell

SUKARELA, BERGULIR, HIBAH = 1, 4, 7
HASIL_SENDIRI = (2, 3, 5, 6, 8, 9)
POS = range(1, 10)
JUMLAH_SENDIRI, JUMLAH_LUAR, BAGIAN_SENDIRI = 10, 11, 12
TAHUN = ("per_2024", "per_2025")


def utang_dari_luar(table):
    if table.text(BERGULIR, "asal") == "sendiri":
        return tell("utang_dianggap_sendiri", at=(BERGULIR, "asal"))


def hibah_dari_luar(table):
    if table.text(HIBAH, "asal") == "sendiri":
        return tell("hibah_dianggap_sendiri", at=(HIBAH, "asal"))


def simpanan_dari_anggota(table):
    if table.text(SUKARELA, "asal") == "luar":
        return tell("sukarela_dianggap_luar", at=(SUKARELA, "asal"))


def hasil_kelompok_sendiri(table):
    for row in HASIL_SENDIRI:
        if table.text(row, "asal") == "luar":
            return tell("hasil_sendiri_dianggap_luar", at=(row, "asal"))


def semua_pos_tidak_tercampur(table):
    for tahun in TAHUN:
        hasil = table.amount(JUMLAH_SENDIRI, tahun)
        if hasil == sum(table.amount(row, tahun) for row in POS):
            luar = _jumlah(table, "luar", tahun)
            return tell("semua_terjumlah", at=(JUMLAH_SENDIRI, tahun), hasil=hasil, luar=luar)


def tiap_pos_terjumlah_sekali(table):
    for tahun in TAHUN:
        for row, asal in ((JUMLAH_SENDIRI, "sendiri"), (JUMLAH_LUAR, "luar")):
            hasil = table.amount(row, tahun)
            kurang = _jumlah(table, asal, tahun) - hasil
            pos = [table.amount(r, tahun) for r in POS if table.text(r, "asal") == asal]
            if kurang > 0 and kurang in pos:
                return tell("satu_pos_terlewat", at=(row, tahun), hasil=hasil, kurang=kurang)


def bagian_dari_seluruh_dana(table):
    for tahun in TAHUN:
        sendiri, luar = _jumlah(table, "sendiri", tahun), _jumlah(table, "luar", tahun)
        hasil = table.amount(BAGIAN_SENDIRI, tahun)
        at = (BAGIAN_SENDIRI, tahun)
        if hasil == _persen(sendiri, luar):
            return tell("dibagi_dana_luar", at=at, hasil=hasil, semua=sendiri + luar)
        if hasil == _persen(luar, sendiri + luar):
            return tell("bagian_dana_luar", at=at, hasil=hasil)
        if hasil == 100 * sendiri // (sendiri + luar) != _persen(sendiri, sendiri + luar):
            return tell("dibulatkan_ke_bawah", at=at, hasil=hasil)


def _jumlah(table, asal, tahun):
    return sum(table.amount(row, tahun) for row in POS if table.text(row, "asal") == asal)


def _persen(bagian, seluruh):
    """Whole percent, half up."""
    return (200 * bagian + seluruh) // (2 * seluruh)

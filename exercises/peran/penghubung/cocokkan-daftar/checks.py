"""A village list of seven names against the member register, and the chilli grower it leaves out."""

import re

from latihan.grading import tell

SUPARNI, MARSUDI, KASIYEM, SUMIYATI, BU_KASIYEM, TERLEWAT, JUMLAH = 2, 3, 4, 5, 7, 8, 9
BARIS = range(1, 9)
DI_DAFTAR = range(1, 8)
PENANAM_CABAI = ("A-07", "A-11", "A-15", "A-17", "A-24")
NOMOR = re.compile(r"A-\d\d")
ANGKA = re.compile(r"A?\W*(\d{1,2})")


def nomor_seperti_di_buku(table):
    for row in BARIS:
        hasil = _nomor(table, row)
        angka = ANGKA.fullmatch(hasil)
        if angka and not NOMOR.fullmatch(hasil):
            return tell("bentuk_nomor", at=(row, "no_anggota"), hasil=hasil, contoh=f"A-{int(angka[1]):02}")


def tanpa_nomor_ditulis_tanda_hubung(table):
    hasil = _nomor(table, SUMIYATI)
    if hasil != "-" and not NOMOR.fullmatch(hasil):
        return tell("tulis_tanda_hubung", at=(SUMIYATI, "no_anggota"), hasil=hasil)


def suparni_bukan_supardi(table):
    if _nomor(table, SUPARNI) == "A-20":
        return tell("dikira_supardi", at=(SUPARNI, "no_anggota"))


def salah_tulis_tidak_menghapus_hak(table):
    if table.text(SUPARNI, "temuan") == "bukan_anggota" or table.amount(SUPARNI, "paket") == 0:
        return tell("salah_tulis_ditolak", at=(SUPARNI, "paket"))


def yang_keluar_tidak_menerima(table):
    if table.text(MARSUDI, "temuan") == "cocok" or table.amount(MARSUDI, "paket") > 0:
        return tell("keluar_masih_menerima", at=(MARSUDI, "temuan"))


def bukan_anggota_tetap_bukan_anggota(table):
    if NOMOR.fullmatch(_nomor(table, SUMIYATI)):
        return tell("dipasangkan_paksa", at=(SUMIYATI, "no_anggota"), nomor=_nomor(table, SUMIYATI))


def satu_orang_satu_paket(table):
    if table.amount(KASIYEM, "paket") + table.amount(BU_KASIYEM, "paket") > 1:
        return tell("ganda_menerima_dua", at=(BU_KASIYEM, "paket"))


def yang_terlewat_belum_tertulis(table):
    nomor = _nomor(table, TERLEWAT)
    if nomor in [_nomor(table, row) for row in DI_DAFTAR]:
        return tell("sudah_ada_di_daftar", at=(TERLEWAT, "no_anggota"), nomor=nomor)
    if NOMOR.fullmatch(nomor) and nomor not in PENANAM_CABAI:
        return tell("bukan_penanam_cabai", at=(TERLEWAT, "no_anggota"), nomor=nomor)


def jumlah_ialah_yang_dapat_diserahkan(table):
    hasil, seharusnya = table.amount(JUMLAH, "paket"), sum(table.amount(row, "paket") for row in BARIS)
    if hasil == len(DI_DAFTAR) != seharusnya:
        return tell("semua_diserahkan", at=(JUMLAH, "paket"), hasil=hasil)
    if hasil == seharusnya + 1:
        return tell("terlewat_ikut_dihitung", at=(JUMLAH, "paket"), hasil=hasil)


def _nomor(table, row):
    return table.text(row, "no_anggota").strip().upper()

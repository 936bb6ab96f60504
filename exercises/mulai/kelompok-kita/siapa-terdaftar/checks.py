"""Members registered on three dates of 2025, and the land they farm at the end of it."""

from decimal import Decimal

from latihan.grading import tell

APRIL, JULI, DESEMBER = 2, 3, 4
BARIS_BUKU = 25
LAHAN_MARSUDI = Decimal("0.85")


def baris_bukan_anggota(table):
    if _anggota(table) == [BARIS_BUKU] * 3:
        return tell("semua_baris", at=(APRIL, "anggota"), hasil=BARIS_BUKU)


def pasif_tetap_terdaftar(table):
    april, juli, desember = _anggota(table)
    if desember == 23:
        row = APRIL if (april, juli) == (23, 24) else DESEMBER
        return tell("pasif_tidak_dihitung", at=(row, "anggota"), hasil=table.amount(row, "anggota"))


def marsudi_masih_terdaftar_sampai_agustus(table):
    april, juli, _ = _anggota(table)
    if juli == 24:
        row = APRIL if april == 23 else JULI
        return tell("keluar_terlalu_awal", at=(row, "anggota"), hasil=table.amount(row, "anggota"))


def yang_masuk_sebelum_april_saja(table):
    april = table.amount(APRIL, "anggota")
    if april == 25:
        return tell("belum_masuk_terhitung", at=(APRIL, "anggota"), hasil=april)
    if april == 23:
        return tell("baru_masuk_terlewat", at=(APRIL, "anggota"), hasil=april)


def marsudi_sudah_keluar_di_akhir_tahun(table):
    if (hasil := table.amount(DESEMBER, "anggota")) == BARIS_BUKU:
        return tell("yang_keluar_terhitung", at=(DESEMBER, "anggota"), hasil=hasil)


def luas_mereka_yang_terdaftar(table):
    hasil, juli = table.decimal(DESEMBER, "luas"), table.decimal(JULI, "luas")
    slips = {
        juli: "luas_belum_dikurangi",
        juli + LAHAN_MARSUDI: "luas_ditambahkan",
        LAHAN_MARSUDI: "luas_yang_keluar",
    }
    if key := slips.get(hasil):
        return tell(key, at=(DESEMBER, "luas"), hasil=hasil)
    if hasil >= 100:
        return tell("koma_hilang", at=(DESEMBER, "luas"), hasil=hasil)


def _anggota(table):
    return [table.amount(row, "anggota") for row in (APRIL, JULI, DESEMBER)]

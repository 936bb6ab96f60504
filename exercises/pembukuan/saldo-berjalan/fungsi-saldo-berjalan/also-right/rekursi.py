def saldo_berjalan(saldo_awal: int, perubahan: list[int]) -> list[int]:
    if not perubahan:
        return []
    saldo = saldo_awal + perubahan[0]
    return [saldo, *saldo_berjalan(saldo, perubahan[1:])]

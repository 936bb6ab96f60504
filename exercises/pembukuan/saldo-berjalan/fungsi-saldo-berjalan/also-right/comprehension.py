def saldo_berjalan(saldo_awal, perubahan):
    return [saldo_awal + sum(perubahan[: i + 1]) for i in range(len(perubahan))]

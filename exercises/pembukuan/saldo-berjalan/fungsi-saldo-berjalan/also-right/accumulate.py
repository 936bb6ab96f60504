from itertools import accumulate


def saldo_berjalan(saldo_awal, perubahan):
    return list(accumulate(perubahan, initial=saldo_awal))[1:]

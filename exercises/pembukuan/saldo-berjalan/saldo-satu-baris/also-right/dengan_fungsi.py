saldo_awal = 3_275_000
masuk = 440_000
keluar = 144_000


def hitung():
    return sum([saldo_awal, masuk, -keluar])


saldo = hitung()
print(f"Saldo: {saldo}")

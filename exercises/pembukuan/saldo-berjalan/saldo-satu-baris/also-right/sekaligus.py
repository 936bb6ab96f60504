saldo_awal, masuk, keluar = 3_275_000, 440_000, 144_000
saldo = saldo_awal + (masuk - keluar)
print(saldo)

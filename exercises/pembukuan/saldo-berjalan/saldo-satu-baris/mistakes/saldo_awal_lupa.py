saldo_awal = 3_275_000
masuk = 440_000
keluar = 144_000
saldo = masuk - keluar
print(saldo)

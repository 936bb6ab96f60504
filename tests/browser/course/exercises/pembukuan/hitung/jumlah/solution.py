masuk = 440_000
keluar = 123_000
saldo = masuk - keluar
print(saldo)

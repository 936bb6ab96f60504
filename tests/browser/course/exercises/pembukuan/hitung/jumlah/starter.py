masuk = 440_000
keluar = 123_000
saldo = 0
print(saldo)

masuk = 440_000
saldo = masuk

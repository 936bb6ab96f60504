masuk = 440_000
saldo = 3_275_000 + masuk

saldo = 3_275_000 + 440_000
saldo = saldo - 144_000
print(saldo)

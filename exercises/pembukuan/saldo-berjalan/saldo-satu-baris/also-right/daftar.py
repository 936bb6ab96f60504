saldo_awal = 3_275_000
masuk = [440_000]
keluar = [144_000]
saldo = saldo_awal + sum(masuk) - sum(keluar)
print(saldo)

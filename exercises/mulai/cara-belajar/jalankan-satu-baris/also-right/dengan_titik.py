saldo = 3_275_000 + 440_000 - 144_000
print(f"Rp{saldo:,}".replace(",", "."))

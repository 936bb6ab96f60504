kas = 3_000_000 + 275_000
print("Kas:", kas)

kas = int("3.275.000".replace(".", ""))
print(f"Rp{kas:,}")

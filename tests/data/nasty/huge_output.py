def jumlah(masuk):
    return sum(masuk)


for baris in range(100_000):
    print("x" * 99)

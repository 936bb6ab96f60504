def jumlah(masuk):
    return sum(masuk)


daftar = [0]
while True:
    daftar *= 8

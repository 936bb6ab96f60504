def jumlah(masuk):
    return sum(masuk)


with open("kas.csv") as buku:
    buku.write("hilang")

buku = open("kas.csv")


def jumlah(masuk):
    return [baris for baris in buku]

isi = open("buku-kas.csv").read()


def jumlah(masuk):
    return sum(masuk)

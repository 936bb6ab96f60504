nama = input("Nama? ")


def jumlah(masuk):
    return sum(masuk)

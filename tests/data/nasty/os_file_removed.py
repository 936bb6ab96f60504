import os

os.remove("kas.csv")


def jumlah(masuk):
    return sum(masuk)

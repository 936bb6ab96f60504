import os

os.system("true")


def jumlah(masuk):
    return sum(masuk)

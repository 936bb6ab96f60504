import numpy


def jumlah(masuk):
    return sum(masuk)

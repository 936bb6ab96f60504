import subprocess


def jumlah(masuk):
    return sum(masuk)

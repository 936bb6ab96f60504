import sys

sys.modules.clear()


def jumlah(masuk):
    return sum(masuk)

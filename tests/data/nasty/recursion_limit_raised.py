import sys

sys.setrecursionlimit(10**9)


def jumlah(masuk):
    return masuk[0] + jumlah(masuk)


print(jumlah([1, 2]))

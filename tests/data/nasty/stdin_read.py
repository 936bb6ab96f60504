import sys

for baris in sys.stdin:
    print(baris)


def jumlah(masuk):
    return sum(masuk)

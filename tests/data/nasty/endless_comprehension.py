from itertools import count


def jumlah(masuk):
    return sum(a for a in count())

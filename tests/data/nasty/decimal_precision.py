from decimal import Decimal, getcontext

getcontext().prec = 2


def jumlah(masuk):
    return int(sum(masuk) * Decimal(1))

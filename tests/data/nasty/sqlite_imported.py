import sqlite3


def jumlah(masuk):
    return sum(masuk)

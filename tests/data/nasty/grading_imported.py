from latihan.grading import grade


def jumlah(masuk):
    return sum(masuk)

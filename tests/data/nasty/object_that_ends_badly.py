class Kas:
    def __del__(self):
        raise ValueError("rusak")


def jumlah(masuk):
    Kas()
    return sum(masuk)

class Kas:
    def __repr__(self):
        raise ValueError("rusak")

    def __eq__(self, lain):
        return 1 / 0


def jumlah(masuk):
    return Kas()

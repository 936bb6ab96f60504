class jumlah:
    def __init__(self, masuk):
        self.total = sum(masuk)

def total(masuk):
    return sum(masuk)

import random
import statistics

random.choice = statistics.mean = None


def jumlah(masuk):
    return sum(masuk)

class Kas:
    while True:
        pass

from latihan.grading import tell


def dikurangkan(program):
    if program.value("saldo") == 2_835_000:
        return tell("dikurangkan")


def saldo_awal(program):
    if program.value("saldo") != 3_715_000:
        return tell("saldo_awal_lupa", hasil=program.value("saldo"))

import os
import pathlib

print(os.listdir(), os.path.exists("kas.csv"), os.path.exists("/etc"), pathlib.Path("baru.csv").is_file())


def jumlah(masuk):
    pathlib.Path("baru.csv").write_text("1\n")
    return sum(masuk) if os.path.getsize("baru.csv") == 2 else 0

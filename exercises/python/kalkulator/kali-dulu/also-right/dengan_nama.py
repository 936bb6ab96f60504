pagi = 3_275_000
anggota, iuran = 22, 20_000
hadir, konsumsi = 18, 8_000
masuk = anggota * iuran
keluar = hadir * konsumsi
sore = pagi + masuk - keluar
print("Sore:", sore)

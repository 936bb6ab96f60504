angsuran = 233_300
orang = 4
bagian, lebih = divmod(angsuran // 100, orang)
tiap_orang = bagian * 100
sisa = lebih * 100
print(tiap_orang, sisa)

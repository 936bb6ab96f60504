angsuran = 233_300
tiap_orang = angsuran / 4
print(tiap_orang)

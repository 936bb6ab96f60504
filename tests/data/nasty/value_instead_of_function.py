jumlah = 300

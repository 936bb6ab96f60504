pagi = 3_275_000
sore = pagi + 440_000 - 144_000
print(sore)

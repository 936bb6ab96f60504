pagi = 3_275_000
pagi = pagi + sum([20_000] * 22)
pagi = pagi - sum([8_000] * 18)
sore = pagi
print(sore)

pagi = 3_275_000
sore = 3_571_000
print(sore)

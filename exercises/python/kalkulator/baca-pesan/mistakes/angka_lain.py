kas = 3_257_000
print(kas)

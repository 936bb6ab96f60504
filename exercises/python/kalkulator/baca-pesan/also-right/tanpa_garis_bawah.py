kas = 3275000
print(kas)

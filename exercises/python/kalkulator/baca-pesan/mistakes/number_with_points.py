kas = 3.275.000
print(kas)

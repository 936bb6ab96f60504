masuk = 440_000
# saldo < kas & "bank"
saldo = 0

print("samsyn")

print("ringbuoy")

"""Check specifications: the rules, and the code that runs them."""

"""Which money an amount is in, and what it is per."""

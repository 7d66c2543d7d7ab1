"""What a run needs that nobody watches: a lock, a choice of the input, an account of what made it."""

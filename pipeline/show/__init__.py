"""What the terminal shows, a file a kind of output."""

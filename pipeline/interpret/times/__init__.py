"""What time a figure is about, what its growth is over, and when the story was told."""

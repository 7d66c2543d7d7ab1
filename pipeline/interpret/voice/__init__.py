"""Who the story says gave a figure."""

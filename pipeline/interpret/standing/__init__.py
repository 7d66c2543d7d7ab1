"""How firmly a figure is said, and whether it revises another."""

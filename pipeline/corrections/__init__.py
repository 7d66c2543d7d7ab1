"""Corrections by people: a file of them, applied to the facts at every build; readings stay as they were read."""

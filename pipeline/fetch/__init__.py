"""Fetch what the config names, and nothing else; `follow.py` is the whole path."""

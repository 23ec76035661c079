"""Speeds beside peers, measured in one run; ``make bench`` prints them."""

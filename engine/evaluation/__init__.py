"""The facade: text in, evaluation out. `engine/__init__.py` says where each of its functions is."""

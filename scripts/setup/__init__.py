"""Sets the project up: Python and Node packages by their locks, the built front end, Chromium for the tests.

Run by the Makefile before anything else, with the standard library alone: ``python3 -m scripts.setup run``. Each step
leaves a stamp, a hash of what it read, so that a second run does nothing and needs no network.
"""

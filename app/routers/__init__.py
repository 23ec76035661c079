"""The addresses of the server, one group a module."""

"""Everything that touches the outside: the REST API, the pages, the command line."""

from importlib.metadata import PackageNotFoundError, version

try:
    VERSION = version("chainrule")
except PackageNotFoundError:  # a checkout that was never installed
    VERSION = "0.0.0"

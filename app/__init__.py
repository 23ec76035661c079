"""Everything that touches the outside: the REST API, the pages, the command line."""

from functools import cache


@cache
def version() -> str:
    """What is installed; 0.0.0 for a checkout that never was. Looked up only when asked for, as it takes a while."""
    from importlib import metadata

    try:
        return metadata.version("chainrule")
    except metadata.PackageNotFoundError:
        return "0.0.0"

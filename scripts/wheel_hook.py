"""Puts the built front end, other static files and templates into the wheel, where ``app.assets`` looks for them."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = ("js", "css")  # of the front end, which is carried as it was built
NOT_BUILT = "The front end is not built: static/dist is missing. Run `make wheel`, or `make build` and then this again."


class WebFiles(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the files to an ordinary wheel; an editable one finds them in the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it builds; ``version`` is ``standard`` or ``editable``."""
        if version == "editable":
            return
        static = Path(self.root) / "static"
        if not (static / "dist" / "manifest.json").is_file():
            raise SystemExit(NOT_BUILT)
        carried = [path for path in static.iterdir() if path.name not in SOURCES]
        build_data["force_include"].update({str(path): f"app/_web/static/{path.name}" for path in carried})
        build_data["force_include"]["templates"] = "app/_web/templates"

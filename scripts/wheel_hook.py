"""Puts the built front end, the texts and the templates into the wheel, where ``app.assets`` looks for them."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CARRIED = {
    "static/dist": "app/_web/static/dist",
    "static/texts": "app/_web/static/texts",
    "templates": "app/_web/templates",
}
NOT_BUILT = "The front end is not built: {folder} is missing. Run `make wheel`, or `make build` and then this again."


class WebFiles(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the files to an ordinary wheel; an editable one finds them in the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it builds; ``version`` is ``standard`` or ``editable``."""
        if version == "editable":
            return
        if not (Path(self.root) / "static" / "dist" / "manifest.json").is_file():
            raise SystemExit(NOT_BUILT.format(folder="static/dist"))
        build_data["force_include"].update(CARRIED)

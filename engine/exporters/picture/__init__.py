"""Pictures of an evaluated circuit: SVG, PNG, TikZ, and a graph for Graphviz."""

from engine.exporters.picture.look import FORMATS, Look
from engine.exporters.picture.picture import Picture, picture
from engine.exporters.picture.problem import problem_picture
from engine.exporters.picture.themes import Theme

__all__ = ["FORMATS", "Look", "Picture", "Theme", "picture", "problem_picture"]

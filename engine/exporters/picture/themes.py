"""The colours of a picture by their role, light and dark; the same as the page's tokens."""

from __future__ import annotations

from typing import Literal

Theme = Literal["auto", "light", "dark"]
THEMES = ("auto", "light", "dark")

LIGHT = {
    "paper": "#FBFAF7",
    "surface": "#FFFFFF",
    "ink": "#1D1C1A",
    "ink2": "#55514B",
    "ink3": "#6C675F",
    "wire": "#3A3835",
    "idle": "#B9B3A8",
    "value": "#0C775C",
    "gradient": "#B8000C",
    "gradsoft": "#FAE6E4",
    "accent": "#2B4A9E",
    "onaccent": "#FBFAF7",
    "alert": "#86198F",
}
DARK = {
    "paper": "#14161A",
    "surface": "#1B1E23",
    "ink": "#ECE9E3",
    "ink2": "#B8B3AA",
    "ink3": "#979289",
    "wire": "#CFCBC3",
    "idle": "#565A62",
    "value": "#6FE0B8",
    "gradient": "#FF7A70",
    "gradsoft": "#47211F",
    "accent": "#9DB5FF",
    "onaccent": "#14161A",
    "alert": "#E7A6F2",
}

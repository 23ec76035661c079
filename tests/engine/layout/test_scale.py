"""Large and nasty circuits: bounded work, no recursion, no NumPy, the same picture in every process."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.layout import random_circuit
from engine.graph import Graph
from engine.layout import layout
from engine.layout.circuit import wire_up
from engine.layout.columns import columns
from engine.layout.layers import layer
from engine.layout.measure import measure
from tests.engine.layout.circuits import chain, dense, mirrored_sum, squares, star, wide_sum
from tests.engine.layout.geometry import pieces

ROOT = Path(__file__).parents[3]
PROGRAM = """
import hashlib, json, sys
from benchmarks.layout import random_circuit
from engine.layout import layout
drawn = layout(random_circuit(300, 5, sharing=0.3))
print(hashlib.sha256(json.dumps(drawn).encode()).hexdigest(), "numpy" in sys.modules)
"""


def test_chain_of_ten_thousand_gates_is_one_line() -> None:
    drawn = layout(chain(10_000))
    assert {node["y"] for node in drawn["nodes"]} == {0.0}


def test_star_branches_once_for_each_use() -> None:
    drawn = layout(star(5_000))
    dot = drawn["nodes"][0]["branch"]
    assert all(edge["path"].startswith(f"M{dot['x']:g},{dot['y']:g}") for edge in drawn["edges"][:5_000])
    heights = [node["y"] for node in drawn["nodes"][1:-1]]
    assert all(lower - upper >= 54 for upper, lower in pairwise(heights))


def test_square_upon_square() -> None:
    drawn = layout(squares(1_000))
    assert len({node["y"] for node in drawn["nodes"]}) == 1


@pytest.mark.parametrize(
    "graph",
    [wide_sum(2_000), mirrored_sum(1_500), dense(8, 40), random_circuit(3_000, 1, 0.4)],
    ids=["wide sum", "mirrored sum", "dense", "random"],
)
def test_wires_pass_few_layers_in_all(graph: Graph) -> None:
    """Long wires take lanes below the picture once there are too many, so that memory grows with the circuit only."""
    circuit = wire_up(graph, measure(graph))
    layers = layer(circuit, columns(circuit))
    assert sum(map(len, layers.members)) < 20 * (circuit.size + len(circuit.wires)) + 20_000


def test_longest_wires_run_below_everything() -> None:
    drawn = layout(mirrored_sum(300))
    lowest = max(node["y"] for node in drawn["nodes"])
    lanes = [piece for edge in drawn["edges"] for piece in pieces(edge["path"]) if piece.start[1] > lowest]
    assert lanes
    assert all(piece.start[1] <= drawn["y"] + drawn["height"] for piece in lanes)
    runs = sorted((piece.start[1], piece.start[0], piece.end) for piece in lanes if piece.start[1] == piece.end[1])
    for (height, _, end), (other, start, _) in pairwise(runs):
        assert height < other or end[0] <= start


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_same_picture_in_every_process_without_numpy(hash_seed: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=True,
    )
    expected = json.dumps(layout(random_circuit(300, 5, sharing=0.3))).encode()
    assert done.stdout.split() == [hashlib.sha256(expected).hexdigest(), "False"]

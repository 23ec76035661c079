"""Small mistakes in a gradient do not go unnoticed; ``python -m scripts.mutate_gates`` tries those of every gate."""

import pytest

from scripts.mutate_gates import ENGINE, survivors


@pytest.mark.parametrize("name", ["multiply", "matmul", "softmax", "index", ENGINE])
def test_no_mutant_survives(name):
    _, made, alive = survivors(name)
    assert made >= 3
    assert alive == []

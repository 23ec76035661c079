"""Numbers as the page writes them: the table of the design, and the same cases as in tests/static/numbers.test.js."""

import math
import random

import pytest

from engine.exporters.picture.numbers import format_matrix, format_number, printable_rows, shape_text, sum_terms

CASES = [
    (-0.5344, 2, "−0.53"),
    (0.5344, 2, "0.53"),
    (0.0, 2, "0.00"),
    (-0.0, 2, "0.00"),
    (0.0, 0, "0"),
    (2.0, 0, "2"),
    (2.0, 6, "2.000000"),
    (0.004, 2, "4e−3"),
    (-0.00001, 2, "−1e−5"),
    (0.0049, 2, "5e−3"),
    (0.005, 2, "0.01"),
    (-0.004, 2, "−4e−3"),
    (0.4, 0, "4e−1"),
    (5e-324, 2, "5e−324"),
    (0.125, 2, "0.13"),
    (-0.125, 2, "−0.13"),
    (9999.0, 2, "9999.00"),
    (9999.994, 2, "9999.99"),
    (9999.996, 2, "10\u2009000"),
    (12345.6, 2, "12\u2009346"),
    (-12345.6, 2, "−12\u2009346"),
    (999999.4, 2, "999\u2009999"),
    (999999.6, 2, "1.0e6"),
    (1234567.0, 2, "1.2e6"),
    (1250000.0, 2, "1.3e6"),
    (-1234567.0, 2, "−1.2e6"),
    (1e300, 2, "1.0e300"),
    ("NaN", 2, "NaN"),
    (math.nan, 2, "NaN"),
    ("Infinity", 2, "∞"),
    ("-Infinity", 2, "−∞"),
]


@pytest.mark.parametrize(("number", "digits", "text"), CASES)
def test_a_number_is_written_as_on_the_page(number, digits, text):
    assert format_number(number, digits) == text


def test_a_matrix_has_one_number_of_decimals_without_zeros_that_end_all_entries():
    assert format_matrix([[0.1, 0.5], [-0.3, 0.8]]) == [["0.1", "0.5"], ["−0.3", "0.8"]]
    assert format_matrix([[0.088, 0.176], [0.104, 0.208]], 3) == [["0.088", "0.176"], ["0.104", "0.208"]]
    assert format_matrix([[1.0], [2.0]]) == [["1"], ["2"]]
    assert format_matrix([[0.1], [0.25]]) == [["0.10"], ["0.25"]]


def test_entries_with_a_power_of_ten_or_without_digits_keep_their_form_in_a_matrix():
    assert format_matrix([[0.0001, 1.0]]) == [["1e−4", "1"]]
    assert format_matrix([["NaN", 1.0]]) == [["NaN", "1"]]
    assert format_matrix([[12345.0, 1.0]]) == [["12\u2009345", "1.00"]]


def test_arrays_up_to_three_by_three_are_written_out():
    assert printable_rows([2], [1.0, 2.0]) == [[1.0], [2.0]]
    assert printable_rows([1, 2], [[1.0, 2.0]]) == [[1.0, 2.0]]
    for shape in ([], [4], [3, 4], [1, 1, 1], [0]):
        assert printable_rows(shape, []) is None
    assert shape_text([100, 3072]) == "100×3072"


def test_printed_terms_give_the_printed_sum():
    draw = random.Random(1)
    for _ in range(300):
        terms = [draw.uniform(-10, 10) for _ in range(draw.randint(2, 4))]
        texts = sum_terms(terms, sum(terms), 2)
        printed = sum(float(text.replace("−", "-")) for text in texts)
        assert format_number(printed) == format_number(sum(terms))
    assert sum_terms([0.125, 0.125], 0.25, 2) == ["0.125", "0.125"]
    assert sum_terms(["Infinity", 0.0], "NaN", 2) == ["∞", "0.00"]

"""Shapes, axes, indices and sizes that do not fit."""

from tests.engine.mistakes.mistake import Mistake

SHAPES_DO_NOT_BROADCAST = "Counted from the last axis, two sizes must be equal, or one of them 1."
MATMUL_INNER_SIZES = "Transpose one of them with .T, or turn the two around."
RAGGED_ARRAY = "Give every row the same number of entries."
AXIS_OUT_OF_RANGE = "Axes count from 0, or from -1 backwards."
INDEX_OUT_OF_RANGE = "Numbers of entries and classes count from 0."
INDEX_NOT_WHOLE = "Write x[0], x[1:3] or x[:, None]."
SLICE_NOT_WHOLE = "Write x[1:3] or x[::2]."
TUPLE_INDEX = "Parts are counted from 0, or from -1 backwards: x.shape[0]."
UNPACKING = "Write as many names as values."
SIZE_NOT_WHOLE = "Write sizes such as 3 or (2, 3)."
ROWS = [
    Mistake(
        "z + («x + y»)",
        "shape_mismatch",
        "shapes_do_not_broadcast",
        SHAPES_DO_NOT_BROADCAST,
        {"x": [1, 2], "y": [1, 2, 3], "z": 0},
    ),
    Mistake(
        "«x - y»", "shape_mismatch", "shapes_do_not_broadcast", SHAPES_DO_NOT_BROADCAST, {"x": [1, 2], "y": [1, 2, 3]}
    ),
    Mistake(
        "«x*y»", "shape_mismatch", "shapes_do_not_broadcast", SHAPES_DO_NOT_BROADCAST, {"x": [1, 2], "y": [1, 2, 3]}
    ),
    Mistake(
        "«x/y»", "shape_mismatch", "shapes_do_not_broadcast", SHAPES_DO_NOT_BROADCAST, {"x": [1, 2], "y": [1, 2, 3]}
    ),
    Mistake(
        "«x^y»", "shape_mismatch", "shapes_do_not_broadcast", SHAPES_DO_NOT_BROADCAST, {"x": [1, 2], "y": [1, 2, 3]}
    ),
    Mistake(
        "«x > y»", "shape_mismatch", "shapes_do_not_broadcast", SHAPES_DO_NOT_BROADCAST, {"x": [1, 2], "y": [1, 2, 3]}
    ),
    Mistake(
        "«max(x, y)»",
        "shape_mismatch",
        "shapes_do_not_broadcast",
        SHAPES_DO_NOT_BROADCAST,
        {"x": [1, 2], "y": [1, 2, 3]},
    ),
    Mistake(
        "«np.maximum(x, y)»",
        "shape_mismatch",
        "shapes_do_not_broadcast",
        SHAPES_DO_NOT_BROADCAST,
        {"x": [1, 2], "y": [1, 2, 3]},
    ),
    Mistake(
        "«where(x > 0, x, y)»",
        "shape_mismatch",
        "shapes_do_not_broadcast",
        SHAPES_DO_NOT_BROADCAST,
        {"x": [1, 2], "y": [1, 2, 3]},
    ),
    Mistake(
        "«clip(x, y, 1)»",
        "shape_mismatch",
        "shapes_do_not_broadcast",
        SHAPES_DO_NOT_BROADCAST,
        {"x": [1, 2], "y": [1, 2, 3]},
    ),
    Mistake(
        "«mse(x, y)»",
        "shape_mismatch",
        "shapes_do_not_broadcast",
        SHAPES_DO_NOT_BROADCAST,
        {"x": [1, 2], "y": [1, 2, 3]},
    ),
    Mistake(
        "«x += y»; x",
        "shape_mismatch",
        "shapes_do_not_broadcast",
        SHAPES_DO_NOT_BROADCAST,
        {"x": [1, 2], "y": [1, 2, 3]},
    ),
    Mistake(
        "«A + x»",
        "shape_mismatch",
        "shapes_do_not_broadcast",
        SHAPES_DO_NOT_BROADCAST,
        {"A": [[1, 2], [3, 4]], "x": [1, 2, 3]},
    ),
    Mistake("«A @ x»", "shape_mismatch", "matmul_inner_sizes", MATMUL_INNER_SIZES, {"A": [[1, 2]], "x": [1, 2, 3]}),
    Mistake("«A x»", "shape_mismatch", "matmul_inner_sizes", MATMUL_INNER_SIZES, {"A": [[1, 2]], "x": [1, 2, 3]}),
    Mistake("«A·x»", "shape_mismatch", "matmul_inner_sizes", MATMUL_INNER_SIZES, {"A": [[1, 2]], "x": [1, 2, 3]}),
    Mistake(
        "«A.dot(x)»",
        "shape_mismatch",
        "matmul_inner_sizes",
        MATMUL_INNER_SIZES,
        {"A": [[1, 2], [3, 4]], "x": [1, 2, 3]},
    ),
    Mistake(
        "«np.matmul(A, x)»",
        "shape_mismatch",
        "matmul_inner_sizes",
        MATMUL_INNER_SIZES,
        {"A": [[1, 2], [3, 4]], "x": [1, 2, 3]},
    ),
    Mistake("«inner(x, y)»", "shape_mismatch", "matmul_inner_sizes", MATMUL_INNER_SIZES, {"x": [1, 2], "y": [1, 2, 3]}),
    Mistake("«x y»", "shape_mismatch", "matmul_inner_sizes", MATMUL_INNER_SIZES, {"x": [1, 2], "y": [1, 2, 3]}),
    Mistake("«x @ y»", "shape_mismatch", "matmul_of_number", "Scale an array by a number with *.", {"x": 1, "y": [1]}),
    Mistake("«x @ 2»", "shape_mismatch", "matmul_of_number", "Scale an array by a number with *.", {"x": [1, 2]}),
    Mistake(
        "«np.dot(A, B)»",
        "shape_mismatch",
        "dot_of_stacks",
        "Use @ for a product of stacks of matrices.",
        {"A": [[1]], "B": [[[1]]]},
    ),
    Mistake(
        "«A @ B»",
        "shape_mismatch",
        "stacks_do_not_broadcast",
        "The axes before the last two must have equal sizes, or sizes of 1.",
        {"A": [[[1]], [[1]]], "B": [[[1]], [[1]], [[1]]]},
    ),
    Mistake(
        "«[x, y]»",
        "shape_mismatch",
        "entries_differ",
        "Give them one shape: reshape, or add an axis with x[:, None].",
        {"x": 1, "y": [1]},
    ),
    Mistake(
        "«stack((x, y))»",
        "shape_mismatch",
        "entries_differ",
        "Give them one shape: reshape, or add an axis with x[:, None].",
        {"x": [1, 2], "y": [1, 2, 3]},
    ),
    Mistake(
        "«concatenate((x, A))»",
        "shape_mismatch",
        "parts_differ",
        "Reshape one of them, or join along another axis.",
        {"x": [1, 2], "A": [[1, 2], [3, 4]]},
    ),
    Mistake(
        "«x.reshape(3)»",
        "shape_mismatch",
        "reshape_sizes",
        "The product of the sizes must stay the same; one size may be -1.",
        {"x": [1, 2]},
    ),
    Mistake(
        "«x.reshape(-1, -1)»",
        "shape_mismatch",
        "reshape_sizes",
        "The product of the sizes must stay the same; one size may be -1.",
        {"x": [1, 2]},
    ),
    Mistake(
        "«svm_loss(x, y)»",
        "shape_mismatch",
        "scores_and_classes",
        "Write the scores first, then the numbers of the right classes.",
        {"x": [1, 2], "y": [1, 2]},
    ),
    Mistake(
        "«cross_entropy(A, 0)»",
        "shape_mismatch",
        "scores_and_classes",
        "Write the scores first, then the numbers of the right classes.",
        {"A": [[1, 2], [3, 4]]},
    ),
    Mistake(
        "def f(x):\n    y = «x @ z»\n    return y\nf(v)",
        "shape_mismatch",
        "matmul_inner_sizes",
        MATMUL_INNER_SIZES,
        {"z": [1, 2, 3], "v": [1, 2]},
    ),
    Mistake(
        "f(x) = «x + y»; f(z)",
        "shape_mismatch",
        "shapes_do_not_broadcast",
        SHAPES_DO_NOT_BROADCAST,
        {"y": [1, 2, 3], "z": [1, 2]},
    ),
    Mistake("[[1, 2], «[3]»]", "bad_argument", "ragged_array", RAGGED_ARRAY, {}),
    Mistake("[1, «[2]»]", "bad_argument", "ragged_array", RAGGED_ARRAY, {}),
    Mistake("[[1], «2»]", "bad_argument", "ragged_array", RAGGED_ARRAY, {}),
    Mistake("«" + "[" * 33 + "1" + "]" * 33 + "»", "bad_argument", "deep_array", "Leave brackets out.", {}),
    Mistake("«W⁻¹»", "unsupported", "reciprocal_of_matrix", "For 1 divided by every entry, write 1/x.", {"W": [[1]]}),
    Mistake(
        "«(A + A)⁻¹»",
        "unsupported",
        "reciprocal_of_matrix",
        "For 1 divided by every entry, write 1/x.",
        {"A": [[1, 2], [3, 4]]},
    ),
    Mistake("«sum(x, axis=1)»", "bad_argument", "axis_out_of_range", AXIS_OUT_OF_RANGE, {"x": [1]}),
    Mistake("«sum(x, axis=-2)»", "bad_argument", "axis_out_of_range", AXIS_OUT_OF_RANGE, {"x": [1]}),
    Mistake("«x.sum(3)»", "bad_argument", "axis_out_of_range", AXIS_OUT_OF_RANGE, {"x": [1, 2]}),
    Mistake("«softmax(x, axis=1)»", "bad_argument", "axis_out_of_range", AXIS_OUT_OF_RANGE, {"x": [1, 2]}),
    Mistake("«np.max(x, y)»", "bad_argument", "axis_out_of_range", AXIS_OUT_OF_RANGE, {"x": [1, 2], "y": [1, 2]}),
    Mistake("«sum(X, axis=(0, 0))»", "bad_argument", "axis_repeated", "Write each axis once.", {"X": [[1]]}),
    Mistake("«A.transpose(0, 2)»", "bad_argument", "axis_out_of_range", AXIS_OUT_OF_RANGE, {"A": [[1, 2], [3, 4]]}),
    Mistake(
        "«transpose(A, (0, 0))»", "bad_argument", "axis_repeated", "Write each axis once.", {"A": [[1, 2], [3, 4]]}
    ),
    Mistake(
        "«transpose(A, (0,))»",
        "bad_argument",
        "axes_do_not_match",
        "Write every axis once, such as (1, 0) for a matrix.",
        {"A": [[1, 2], [3, 4]]},
    ),
    Mistake(
        "«A.transpose(1)»",
        "bad_argument",
        "axes_do_not_match",
        "Write every axis once, such as (1, 0) for a matrix.",
        {"A": [[1, 2], [3, 4]]},
    ),
    Mistake(
        "«stack((x, y), axis=(0, 1))»", "bad_argument", "axis_not_single", "Write axis=0.", {"x": [1, 2], "y": [1, 2]}
    ),
    Mistake(
        "«stack((x, y), axis=None)»", "bad_argument", "axis_not_single", "Write axis=0.", {"x": [1, 2], "y": [1, 2]}
    ),
    Mistake(
        "«concatenate((x, y), axis=(0,))»",
        "bad_argument",
        "axis_not_single",
        "Write axis=0.",
        {"x": [1, 2], "y": [1, 2]},
    ),
    Mistake(
        "«x[" + "None, " * 32 + "]»", "limit_exceeded", "too_many_axes", "Leave some of the axes out.", {"x": [1, 2]}
    ),
    Mistake("«norm(x, 3)»", "unsupported", "norm_order", "Write ||x||, ||x||_2 or ||x||_1.", {"x": [1, 2]}),
    Mistake("«norm(A, 1)»", "unsupported", "norm_order", "Write ||x||, ||x||_2 or ||x||_1.", {"A": [[1, 2], [3, 4]]}),
    Mistake("stack(«x»)", "bad_argument", "sequence_expected", "It is called stack([a, b, …], axis=0).", {"x": [1, 2]}),
    Mistake(
        "concatenate(«x», y)",
        "bad_argument",
        "sequence_expected",
        "It is called concatenate([a, b, …], axis=0).",
        {"x": [1, 2], "y": [1, 2, 3]},
    ),
    Mistake("«x[5]»", "bad_argument", "index_out_of_range", INDEX_OUT_OF_RANGE, {"x": [1, 2]}),
    Mistake("«x[-3]»", "bad_argument", "index_out_of_range", INDEX_OUT_OF_RANGE, {"x": [1, 2]}),
    Mistake("«x[y]»", "bad_argument", "index_out_of_range", INDEX_OUT_OF_RANGE, {"x": [1, 2], "y": 5}),
    Mistake("«x[y]»", "bad_argument", "index_out_of_range", INDEX_OUT_OF_RANGE, {"x": [1, 2], "y": [0, 5]}),
    Mistake("«x[y]»", "bad_argument", "index_not_an_integer", INDEX_OUT_OF_RANGE, {"x": [1, 2], "y": 0.5}),
    Mistake("«x[0, 0]»", "bad_argument", "too_many_indices", "Write at most one index for each axis.", {"x": [1, 2]}),
    Mistake("x[«0.5»]", "bad_argument", "index_not_whole", INDEX_NOT_WHOLE, {"x": [1, 2]}),
    Mistake("x[«True»]", "bad_argument", "index_not_whole", INDEX_NOT_WHOLE, {"x": [1, 2]}),
    Mistake("x[«x > 1»]", "unsupported", "index_by_mask", "Multiply by the comparison: x * (x > 0).", {"x": [1, 2]}),
    Mistake(
        "«x[..., ...]»",
        "bad_argument",
        "ellipsis_twice",
        "Leave one of them out and write : for an axis.",
        {"x": [1, 2]},
    ),
    Mistake("x[«::0»]", "bad_argument", "slice_not_whole", SLICE_NOT_WHOLE, {"x": [1, 2]}),
    Mistake("x[«0:0.5»]", "bad_argument", "slice_not_whole", SLICE_NOT_WHOLE, {"x": [1, 2]}),
    Mistake("x[«0:y»]", "bad_argument", "slice_not_whole", SLICE_NOT_WHOLE, {"x": [1, 2], "y": 0.5}),
    Mistake("«y[0]»", "bad_argument", "too_many_indices", "Write at most one index for each axis.", {"y": 1}),
    Mistake("«x.shape[3]»", "bad_argument", "tuple_index", TUPLE_INDEX, {"x": [1, 2]}),
    Mistake("«x.shape[0.5]»", "bad_argument", "tuple_index", TUPLE_INDEX, {"x": [1, 2]}),
    Mistake("«x.shape[0, 0]»", "bad_argument", "tuple_index", TUPLE_INDEX, {"x": [1, 2]}),
    Mistake("x[«(0, 1)», (0, 1)]", "bad_argument", "index_not_whole", INDEX_NOT_WHOLE, {"x": [[1, 2], [3, 4]]}),
    Mistake("«svm_loss(x, 5)»", "bad_argument", "index_out_of_range", INDEX_OUT_OF_RANGE, {"x": [1, 2]}),
    Mistake("«cross_entropy(x, 0.5)»", "bad_argument", "index_not_an_integer", INDEX_OUT_OF_RANGE, {"x": [1, 2]}),
    Mistake(
        "«a, b = x»",
        "unsupported",
        "several_outputs",
        "Add a line with the expression that is the output.",
        {"x": [1, 2]},
    ),
    Mistake("a, b = «x»; a", "bad_argument", "unpacking", UNPACKING, {"x": [1, 2, 3]}),
    Mistake("a, b = «1»; a", "bad_argument", "unpacking", UNPACKING, {}),
    Mistake("a, b = «(1, 2, 3)»; a", "bad_argument", "unpacking", UNPACKING, {}),
    Mistake("a, b = «x.shape»; a", "bad_argument", "unpacking", UNPACKING, {"x": [1, 2]}),
    Mistake("a, b, c = «x, x»; a", "bad_argument", "unpacking", UNPACKING, {"x": 1}),
    Mistake("«zeros(2.5)»", "bad_argument", "size_not_whole", SIZE_NOT_WHOLE, {}),
    Mistake("«zeros(-1)»", "bad_argument", "size_not_whole", SIZE_NOT_WHOLE, {}),
    Mistake("«zeros((2, x))»", "bad_argument", "size_not_whole", SIZE_NOT_WHOLE, {"x": 0.5}),
    Mistake("«zeros(1e400)»", "bad_argument", "size_not_whole", SIZE_NOT_WHOLE, {}),
    Mistake("«eye(True)»", "bad_argument", "maker_argument", "It is called eye(n, m=n).", {}),
    Mistake("«arange(1, 2, 0)»", "bad_argument", "maker_argument", "It is called arange(start=0, stop, step=1).", {}),
    Mistake("«arange(None)»", "bad_argument", "maker_argument", "It is called arange(start=0, stop, step=1).", {}),
    Mistake("«full(2, [1, 2])»", "bad_argument", "maker_argument", "It is called full(shape, value).", {}),
    Mistake("«randn((2, 3))»", "bad_argument", "size_not_whole", SIZE_NOT_WHOLE, {}),
    Mistake("«rand(-1)»", "bad_argument", "size_not_whole", SIZE_NOT_WHOLE, {}),
    Mistake("«randn(2.5)»", "bad_argument", "size_not_whole", SIZE_NOT_WHOLE, {}),
    Mistake(
        "«len(3)»", "bad_argument", "length_of_number", "len counts the entries of an array along its first axis.", {}
    ),
    Mistake(
        "«len(x)»",
        "bad_argument",
        "length_of_number",
        "len counts the entries of an array along its first axis.",
        {"x": 1},
    ),
    Mistake("«zeros(1e9)»", "limit_exceeded", "limit_elements", None, {}),
]

"""Random expressions as text, for Hypothesis."""

from hypothesis import strategies as st


def expressions(atoms, signs, formats, most):
    """Text of up to ``most`` atoms, joined by the signs and put in the place of ``{}`` in the formats."""

    def extended(inner):
        pairs = st.tuples(inner, st.sampled_from(signs), inner).map("".join)
        wrapped = st.tuples(st.sampled_from(formats), inner).map(lambda pair: pair[0].replace("{}", pair[1]))
        return st.one_of(pairs, wrapped, wrapped)

    return st.recursive(st.sampled_from(atoms), extended, max_leaves=most)

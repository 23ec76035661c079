"""``python -m benchmarks.page``: this benchmark alone, with its goals."""

from benchmarks.page import section
from benchmarks.report import goals_table

found = section()
print(found.markdown(), goals_table(found.goals), sep="\n\n")

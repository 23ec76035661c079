"""Columns of least total wire length: the network simplex method of Gansner, Koutsofios, North and Vo (1993).

The spanning tree is rooted, and every node knows only its parent. A node's subtree would rather move when more wire
length is to be won on one side than lost on the other: the sum over the subtree of weights in minus weights out.
Starting from columns as late as possible, almost every wire of an expression is tight already, so pivots are few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

Link = tuple[int, int, int]  # left node, right node, weight


class NetworkSimplex:
    """Shortens wires by moving subtrees of a tree of tight links; ``columns`` must be feasible and is improved."""

    def __init__(self, columns: list[int], links: Iterable[Link]) -> None:
        root = len(columns)
        self.columns = [*columns, max(columns, default=0) + 1]
        self.left: list[dict[int, int]] = [{} for _ in self.columns]  # weight by neighbour
        self.right: list[dict[int, int]] = [{} for _ in self.columns]
        for left, right, weight in links:
            self.right[left][right] = self.left[right][left] = self.right[left].get(right, 0) + weight
        for node in range(root):
            if not self.right[node]:  # an output; the root's links keep the tree whole and cost nothing
                self.right[node][root] = self.left[root][node] = 0
        self._grow_tree(root)

    def _grow_tree(self, root: int) -> None:
        """Every node hangs on its nearest consumer, which is one column to its right."""
        columns = self.columns
        self.parent = [-1] * len(columns)
        self.points_up = [True] * len(columns)  # whether the node is the left end of the link to its parent
        self.children: defaultdict[int, dict[int, None]] = defaultdict(dict)
        self.pull = [sum(self.left[node].values()) - sum(self.right[node].values()) for node in range(len(columns))]
        for node in sorted(range(root), key=columns.__getitem__):
            parent = min(self.right[node], key=columns.__getitem__)
            self.parent[node] = parent
            self.children[parent][node] = None
            self.pull[parent] += self.pull[node]

    def run(self) -> list[int]:
        """Pivot until no subtree gains by moving, or for so many rounds that more would not show."""
        for _ in range(50):
            if not sum(self._settle(node) for node in range(len(self.columns) - 1)):
                break
        return self.columns[:-1]

    def _settle(self, node: int) -> int:
        wants_to_move = self.pull[node] > 0 if self.points_up[node] else self.pull[node] < 0
        if wants_to_move:
            self._pivot(node)
        return wants_to_move

    def _pivot(self, node: int) -> None:
        """Move the subtree until a link to the rest becomes tight, and hang it there."""
        subtree = self._subtree(node)
        leftwards = self.points_up[node]
        slack, inner, outer = self._tightest(subtree, leftwards)
        for member in subtree:
            self.columns[member] += -slack if leftwards else slack
        self._detach(node)
        self._turn(node, inner)
        self._attach(inner, outer, not leftwards)

    def _subtree(self, node: int) -> dict[int, None]:
        found, todo = {node: None}, [node]
        while todo:
            for child in self.children.get(todo.pop(), ()):
                found[child] = None
                todo.append(child)
        return found

    def _tightest(self, subtree: dict[int, None], leftwards: bool) -> tuple[int, int, int]:
        """The slack, the inner and the outer end of the link that stops the subtree first."""
        columns, neighbours = self.columns, self.left if leftwards else self.right
        best = (len(columns) + 1, -1, -1)
        for inner in subtree:
            for outer in neighbours[inner]:
                if outer not in subtree:
                    slack = abs(columns[inner] - columns[outer]) - 1
                    if slack < best[0]:
                        best = (slack, inner, outer)
        return best

    def _detach(self, node: int) -> None:
        parent = self.parent[node]
        del self.children[parent][node]
        while parent >= 0:
            self.pull[parent] -= self.pull[node]
            parent = self.parent[parent]

    def _turn(self, top: int, bottom: int) -> None:
        """Make ``bottom`` the root of the subtree that ``top`` was the root of."""
        path = [bottom]
        while path[-1] != top:
            path.append(self.parent[path[-1]])
        total = self.pull[top]
        for upper, lower in zip(path[:0:-1], path[-2::-1], strict=True):
            del self.children[upper][lower]
            self.children[lower][upper] = None
            self.parent[upper], self.points_up[upper] = lower, not self.points_up[lower]
            self.pull[upper] -= self.pull[lower]
            self.pull[lower] = total

    def _attach(self, node: int, parent: int, points_up: bool) -> None:
        self.parent[node], self.points_up[node] = parent, points_up
        self.children[parent][node] = None
        while parent >= 0:
            self.pull[parent] += self.pull[node]
            parent = self.parent[parent]

"""The simplex method in whole numbers, for programmes whose columns are sets: noughts and ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from lgtrade.partnership._coalitions import sums


class Tableau:
    """The inverse of a basis of sets, held in whole numbers over one positive divisor.

    A column is a set of rows, written as a whole number with a bit for each row. Edmonds's pivots keep every entry a
    minor of the columns, so that no fraction arises, and with the eleven rows of ten partners none is over 1,458. Ties
    in the ratio test are broken lexicographically, so that no basis comes twice.

    Args:
        right_side: what the columns of the basis have to make up, row by row.

    >>> tableau = Tableau([1, 1])
    >>> tableau.solve({0b01: 5, 0b10: 4, 0b11: 7})
    >>> tableau.divisor, dict(tableau.weights())
    (1, {1: 0, 3: 1})
    """

    def __init__(self, right_side: Iterable[int]) -> None:
        """Begin with one column for each row."""
        side = list(right_side)
        self.size = len(side)
        self.divisor = 1
        self.basis: list[int] = [1 << row for row in range(self.size)]
        self._rows = [[int(row == each) for each in range(self.size)] + [side[row]] for row in range(self.size)]

    def column(self, members: int) -> list[int]:
        """Give a column in terms of the basis, times the divisor."""
        places = [place for place in range(self.size) if members >> place & 1]
        return [sum(row[place] for place in places) for row in self._rows]

    def weights(self) -> Iterable[tuple[int, int]]:
        """Give each column of the basis with its weight, times the divisor."""
        return ((column, row[self.size]) for column, row in zip(self.basis, self._rows, strict=True))

    def prices(self, costs: Mapping[int, int]) -> list[int]:
        """Give the price of each row at which every column of the basis costs what it is worth, times the divisor."""
        of_basis = [costs[column] for column in self.basis]
        return [
            sum(cost * row[place] for cost, row in zip(of_basis, self._rows, strict=True)) for place in range(self.size)
        ]

    def outside(self, rows: Iterable[int]) -> list[bool]:
        """Tell of every set whether it needs the columns of some of the rows to be made up."""
        needs = [False] * (1 << self.size)
        for row in rows:
            needs = [
                found or entry != 0 for found, entry in zip(needs, sums(self._rows[row][: self.size], 0), strict=True)
            ]
        return needs

    def pivot(self, at: int, members: int) -> None:
        """Put a column into the basis in place of that of a row."""
        column = self.column(members)
        pivot, row = column[at], self._rows[at]
        sign = 1 if pivot > 0 else -1
        for other, entry in enumerate(column):
            if other == at:
                self._rows[other] = [sign * each for each in row]
            else:
                held = self._rows[other]
                self._rows[other] = [
                    sign * (each * pivot - entry * over) // self.divisor for each, over in zip(held, row, strict=True)
                ]
        self.divisor = abs(pivot)
        self.basis[at] = members

    def solve(self, costs: Mapping[int, int], free: Collection[int] = ()) -> None:
        """Find the basis of least cost, by bringing in the column that is worth most above its cost until none is.

        The basis has to be feasible, and the cost bounded from below.

        Args:
            costs: what each column costs.
            free: columns of the basis that may have a weight below nothing, and stay.
        """
        for place, row in enumerate(self._rows):
            row.extend(self.divisor * (place == each) for each in range(self.size))
        while True:
            worth, divisor = sums(self.prices(costs), 0), self.divisor
            entering = max(costs, key=lambda column: worth[column] - divisor * costs[column])
            if worth[entering] <= divisor * costs[entering]:
                return
            self.pivot(self._leaving(self.column(entering), free), entering)

    def _leaving(self, column: list[int], free: Collection[int]) -> int:
        rows = [row for row, entry in enumerate(column) if entry > 0 and self.basis[row] not in free]
        place = self.size
        while len(rows) > 1:
            least = rows[0]
            for row in rows:
                if self._rows[row][place] * column[least] < self._rows[least][place] * column[row]:
                    least = row
            ties = (self._rows[row][place] * column[least] - self._rows[least][place] * column[row] for row in rows)
            rows = [row for row, over in zip(rows, ties, strict=True) if not over]
            place += 1
        return rows[0]

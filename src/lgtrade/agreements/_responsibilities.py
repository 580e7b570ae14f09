"""Who does what under an agreement: a table of activities and parties.

Each activity has exactly one accountable party and at least one responsible party; others are consulted or informed.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Iterator

import attrs

from lgtrade.agreements._terms import text_issues
from lgtrade.answers import Answer, no, yes
from lgtrade.issues import InputError, Issue, refuse, shown, wrong_type
from lgtrade.words import Words

_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#!|~&$:^=]")


class Responsibility(enum.Enum):
    """What a party has to do with an activity.

    * ``RESPONSIBLE``: does the work.
    * ``ACCOUNTABLE``: answers for the work being done; one party only.
    * ``CONSULTED``: is asked before the work is done.
    * ``INFORMED``: is told of it.
    """

    RESPONSIBLE = "responsible"
    ACCOUNTABLE = "accountable"
    CONSULTED = "consulted"
    INFORMED = "informed"

    @property
    def letter(self) -> str:
        """The letter that stands for it in a table.

        >>> Responsibility.ACCOUNTABLE.letter
        'A'
        """
        return self.value[0].upper()


_ORDER_IN_A_CELL = (
    Responsibility.ACCOUNTABLE,
    Responsibility.RESPONSIBLE,
    Responsibility.CONSULTED,
    Responsibility.INFORMED,
)


@attrs.frozen
class Assignment:
    """One responsibility of one party for one activity.

    Args:
        activity: what is to be done.
        party: the name of the party.
        responsibility: what it has to do with the activity.

    Raises:
        InputError: a name is empty, or a part is of the wrong type; all together.

    >>> Assignment("Payroll", "Lichfield", Responsibility.ACCOUNTABLE).responsibility.letter
    'A'
    """

    activity: str
    party: str
    responsibility: Responsibility

    def __attrs_post_init__(self) -> None:
        """Refuse an assignment that does not say who does what."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from text_issues("activity", self.activity, Words("what is to be done"))
        yield from text_issues("party", self.party, Words("the name of a party"))
        yield from wrong_type("responsibility", self.responsibility, Responsibility, Words("a Responsibility"))


@attrs.frozen
class Departure:
    """What would be left undone if one party left.

    Args:
        party: the party that would leave.
        without_accountable: the activities for which nobody would be accountable.
        without_responsible: the activities for which nobody would be responsible.

    >>> Departure("Lichfield", ("Payroll",), ()).answer.verdict
    <Verdict.NO: 'no'>
    """

    party: str
    without_accountable: tuple[str, ...]
    without_responsible: tuple[str, ...]

    @property
    def answer(self) -> Answer:
        """Whether every activity would still have an accountable and a responsible party, and if not, which."""
        accountable, responsible = ", ".join(self.without_accountable), ", ".join(self.without_responsible)
        if accountable and responsible:
            template = "Without {party} nobody is accountable for: {accountable}. Nobody is responsible for: {done}."
            return no(template, party=self.party, accountable=accountable, done=responsible)
        if accountable:
            return no("Without {party} nobody is accountable for: {names}.", party=self.party, names=accountable)
        if responsible:
            return no("Without {party} nobody is responsible for: {names}.", party=self.party, names=responsible)
        return yes("Without {party} every activity has an accountable and a responsible party.", party=self.party)


@attrs.frozen
class ResponsibilityMatrix:
    """Who is responsible, accountable, consulted and informed, activity by activity.

    A party may be both accountable and responsible for an activity. Names are compared letter by letter.

    Args:
        assignments: the responsibilities; activities and parties are shown in the order in which they are first named.

    Raises:
        InputError: there is no assignment, one is given twice or is of the wrong type, or an activity has not exactly
            one accountable party or has no responsible one; all together.

    >>> matrix = ResponsibilityMatrix((
    ...     Assignment("Payroll", "Lichfield", Responsibility.ACCOUNTABLE),
    ...     Assignment("Payroll", "Lichfield", Responsibility.RESPONSIBLE),
    ...     Assignment("Payroll", "Tamworth", Responsibility.INFORMED),
    ... ))
    >>> matrix.accountable_for("Payroll")
    'Lichfield'
    >>> print(matrix.markdown())
    | Activity | Lichfield | Tamworth |
    | --- | --- | --- |
    | Payroll | A/R | I |
    """

    assignments: tuple[Assignment, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse a table that leaves in doubt who answers for an activity, or who does it."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        wrong = tuple(wrong_type("assignments", self.assignments, tuple, Words("a tuple of Assignments")))
        if not wrong:
            wrong = tuple(self._assignment_issues())
        yield from wrong
        if not wrong:
            yield from self._duplicate_issues()
            yield from self._activity_issues()

    def _assignment_issues(self) -> Iterator[Issue]:
        if not self.assignments:
            found = Words("there is no assignment")
            yield Issue("matrix.empty", "assignments", found, Words("at least one activity with its parties"))
        for number, assignment in enumerate(self.assignments):
            yield from wrong_type(f"assignments[{number}]", assignment, Assignment, Words("an Assignment"))

    def _duplicate_issues(self) -> Iterator[Issue]:
        met: dict[Assignment, int] = {}
        for number, each in enumerate(self.assignments):
            if met.setdefault(each, number) != number:
                template = "it is the same as assignment {earlier}: {party} is {responsibility} for {activity}"
                values = {"party": shown(each.party), "activity": shown(each.activity)}
                responsibility = each.responsibility.value
                found = Words(template, earlier=met[each], responsibility=responsibility, **values)
                accepted = Words("each assignment once")
                yield Issue("matrix.duplicate", f"assignments[{number}]", found, accepted)

    def _activity_issues(self) -> Iterator[Issue]:
        for activity in self.activities:
            accountable = self.who(activity, Responsibility.ACCOUNTABLE)
            if not accountable:
                found = Words("nobody is accountable for {activity}", activity=shown(activity))
                yield Issue("matrix.accountable", "assignments", found, Words("exactly one accountable party"))
            elif len(accountable) > 1:
                template = "{count} parties are accountable for {activity}: {parties}"
                parties = ", ".join(shown(party) for party in accountable)
                found = Words(template, count=len(accountable), activity=shown(activity), parties=parties)
                yield Issue("matrix.accountable", "assignments", found, Words("exactly one accountable party"))
            if not self.who(activity, Responsibility.RESPONSIBLE):
                found = Words("nobody is responsible for {activity}", activity=shown(activity))
                yield Issue("matrix.responsible", "assignments", found, Words("at least one responsible party"))

    @property
    def activities(self) -> tuple[str, ...]:
        """Every activity, in the order first named."""
        return tuple(dict.fromkeys(each.activity for each in self.assignments))

    @property
    def parties(self) -> tuple[str, ...]:
        """Every party with any responsibility, in the order first named."""
        return tuple(dict.fromkeys(each.party for each in self.assignments))

    def who(self, activity: str, responsibility: Responsibility) -> tuple[str, ...]:
        """Name the parties that have one responsibility for an activity, in the order named; perhaps none.

        Args:
            activity: one of the activities in the table.
            responsibility: which responsibility.

        Raises:
            InputError: the activity is not in the table.

        >>> matrix = ResponsibilityMatrix((
        ...     Assignment("Payroll", "Lichfield", Responsibility.ACCOUNTABLE),
        ...     Assignment("Payroll", "Tamworth", Responsibility.RESPONSIBLE),
        ... ))
        >>> matrix.who("Payroll", Responsibility.RESPONSIBLE), matrix.who("Payroll", Responsibility.INFORMED)
        (('Tamworth',), ())
        """
        of_activity = [each for each in self.assignments if each.activity == activity]
        if not of_activity:
            found = Words("{activity} is not in the table", activity=shown(activity))
            accepted = Words("one of: {activities}", activities="; ".join(map(shown, self.activities)))
            raise InputError([Issue("matrix.activity", "activity", found, accepted)])
        return tuple(dict.fromkeys(each.party for each in of_activity if each.responsibility is responsibility))

    def accountable_for(self, activity: str) -> str:
        """Name the one party that answers for an activity.

        Args:
            activity: one of the activities in the table.

        Raises:
            InputError: the activity is not in the table.
        """
        (party,) = self.who(activity, Responsibility.ACCOUNTABLE)
        return party

    def activities_of(self, party: str) -> tuple[str, ...]:
        """Name the activities for which a party has any responsibility: none for a party that is not in the table."""
        return tuple(dict.fromkeys(each.activity for each in self.assignments if each.party == party))

    @property
    def header(self) -> tuple[str, ...]:
        """The headings of the table's columns: the activity, then each party."""
        return ("Activity", *self.parties)

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows of the table: an activity, then the letters of each party, as in "A/R"; empty where it has none."""
        held = set(self.assignments)
        return tuple(
            (activity, *(_letters(held, activity, party) for party in self.parties)) for activity in self.activities
        )

    def markdown(self) -> str:
        r"""Write the table in Markdown, with every name escaped so that it is shown as it is and starts nothing.

        White space of any kind is shown as single spaces, and other letters that cannot be printed as question marks.

        >>> print(ResponsibilityMatrix((
        ...     Assignment("Pay*roll*", "A|B", Responsibility.ACCOUNTABLE),
        ...     Assignment("Pay*roll*", "A|B", Responsibility.RESPONSIBLE),
        ... )).markdown().splitlines()[2])
        | Pay\*roll\* | A/R |
        """
        lines = (self.header, ("---",) * len(self.header), *self.rows)
        return "\n".join(f"| {' | '.join(map(_escaped, line))} |" for line in lines)

    def without(self, party: str) -> Departure:
        """Tell which activities would lack an accountable or a responsible party if one party left.

        A party that is not in the table leaves nothing undone.

        Args:
            party: the name of the party that would leave.

        >>> ResponsibilityMatrix((
        ...     Assignment("Payroll", "Lichfield", Responsibility.ACCOUNTABLE),
        ...     Assignment("Payroll", "Tamworth", Responsibility.RESPONSIBLE),
        ... )).without("Tamworth").without_responsible
        ('Payroll',)
        """
        return Departure(
            party,
            self._left_by(party, Responsibility.ACCOUNTABLE),
            self._left_by(party, Responsibility.RESPONSIBLE),
        )

    def _left_by(self, party: str, responsibility: Responsibility) -> tuple[str, ...]:
        return tuple(activity for activity in self.activities if self.who(activity, responsibility) == (party,))

    def checked_against(self, parties: Iterable[str]) -> tuple[Issue, ...]:
        """Give an issue for each assignment of a party that is not in the agreement.

        Args:
            parties: the names of the parties to the agreement.

        >>> matrix = ResponsibilityMatrix((
        ...     Assignment("Payroll", "Lichfield", Responsibility.ACCOUNTABLE),
        ...     Assignment("Payroll", "Lichfield", Responsibility.RESPONSIBLE),
        ... ))
        >>> matrix.checked_against(["Lichfield", "Tamworth"])
        ()
        """
        agreed = tuple(parties)
        accepted = Words("a party to the agreement: {parties}", parties="; ".join(map(shown, agreed)) or "none")
        return tuple(
            Issue(
                "matrix.party",
                f"assignments[{number}].party",
                Words("{party} is not a party to the agreement", party=shown(each.party)),
                accepted,
            )
            for number, each in enumerate(self.assignments)
            if each.party not in agreed
        )


def _letters(held: set[Assignment], activity: str, party: str) -> str:
    return "/".join(each.letter for each in _ORDER_IN_A_CELL if Assignment(activity, party, each) in held)


def _escaped(name: str) -> str:
    """Keep a name on one line, and let no letter of it mean anything in Markdown."""
    line = " ".join(name.split())
    printable = "".join(letter if letter.isprintable() else "?" for letter in line)
    return _MARKDOWN.sub(r"\\\g<0>", printable)

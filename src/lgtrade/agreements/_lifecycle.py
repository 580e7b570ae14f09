"""The life of an agreement: its states, the moves between them, and the table that says which move leads where."""

from __future__ import annotations

import datetime as dt
import enum

import attrs

from lgtrade.calendar import day_issues, day_or_as_given
from lgtrade.issues import refuse, wrong_type
from lgtrade.words import Words


class State(enum.Enum):
    """Where an agreement stands.

    >>> State("in notice").name
    'IN_NOTICE'
    """

    DRAFT = "draft"
    BUSINESS_CASE = "business case"
    APPROVED = "approved"
    SIGNED = "signed"
    LIVE = "live"
    SUSPENDED = "suspended"
    IN_NOTICE = "in notice"
    EXITED = "exited"
    EXPIRED = "expired"
    REPLACED = "replaced"


class Move(enum.Enum):
    """What can be done with an agreement.

    >>> Move("give notice").name
    'GIVE_NOTICE'
    """

    MAKE_CASE = "make the business case"
    APPROVE = "approve"
    SEND_BACK = "send back"
    SIGN = "sign"
    START = "start"
    SUSPEND = "suspend"
    RESUME = "resume"
    GIVE_NOTICE = "give notice"
    WITHDRAW_NOTICE = "withdraw notice"
    EXIT = "exit"
    EXPIRE = "expire"
    REPLACE = "replace"


RUNNING = (State.LIVE, State.SUSPENDED, State.IN_NOTICE)
"""The states in which a signed agreement has begun and has not ended."""

MOVES: dict[Move, tuple[tuple[State, ...], State]] = {
    Move.MAKE_CASE: ((State.DRAFT,), State.BUSINESS_CASE),
    Move.APPROVE: ((State.DRAFT, State.BUSINESS_CASE), State.APPROVED),
    Move.SEND_BACK: ((State.BUSINESS_CASE, State.APPROVED), State.DRAFT),
    Move.SIGN: ((State.APPROVED,), State.SIGNED),
    Move.START: ((State.SIGNED,), State.LIVE),
    Move.SUSPEND: ((State.LIVE,), State.SUSPENDED),
    Move.RESUME: ((State.SUSPENDED,), State.LIVE),
    Move.GIVE_NOTICE: ((State.LIVE, State.SUSPENDED), State.IN_NOTICE),
    Move.WITHDRAW_NOTICE: ((State.IN_NOTICE,), State.LIVE),
    Move.EXIT: ((State.IN_NOTICE,), State.EXITED),
    Move.EXPIRE: (RUNNING, State.EXPIRED),
    Move.REPLACE: ((State.SIGNED, *RUNNING), State.REPLACED),
}
"""For each move, the states that it leads from and the one that it leads to. No move leads out of the last three."""


@attrs.frozen
class Step:
    """A move that was made.

    Args:
        move: what was done.
        on: the day.
        reason: why, where a move has to have a reason; or the agreement that takes this one's place.
        at_risk: why the parties went on although the law is not settled, or a fact is not known; empty if nothing was
            open.

    Raises:
        InputError: a part is of the wrong type; all together.

    >>> Step(Move.SIGN, "2024-03-20").move.value
    'sign'
    """

    move: Move
    on: dt.date = attrs.field(converter=day_or_as_given)
    reason: str = ""
    at_risk: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse what is no step."""
        refuse(
            [
                *wrong_type("move", self.move, Move, Words("a Move")),
                *day_issues("on", self.on),
                *wrong_type("reason", self.reason, str, Words("a text")),
                *wrong_type("at_risk", self.at_risk, str, Words("a text")),
            ]
        )


def lifecycle_diagram() -> str:
    """Draw the states and moves as a Mermaid diagram, made from the table.

    >>> print(lifecycle_diagram().splitlines()[1].strip())
    [*] --> draft
    """
    lines = ["stateDiagram-v2", "    [*] --> draft"]
    lines += [f'    state "{state.value}" as {_name(state)}' for state in State if " " in state.value]
    for move, (begins, ends) in MOVES.items():
        lines += [f"    {_name(begin)} --> {_name(ends)}: {move.value}" for begin in begins]
    left = {state for begins, _ in MOVES.values() for state in begins}
    lines += [f"    {_name(state)} --> [*]" for state in State if state not in left]
    return "\n".join(lines)


def _name(state: State) -> str:
    return state.value.replace(" ", "_")

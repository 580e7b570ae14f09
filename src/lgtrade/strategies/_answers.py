"""Strategies for answers, their reasons, and what they come to together."""

from __future__ import annotations

from collections.abc import Iterable

import hypothesis.strategies as st

from lgtrade.answers import Answer, Combination, Reason, Verdict, combine
from lgtrade.strategies._sources import provisions
from lgtrade.strategies._values import codes, words


def reasons() -> st.SearchStrategy[Reason]:
    """Generate reasons, resting on a provision or on a plain fact.

    >>> from hypothesis import find
    >>> find(reasons(), lambda reason: reason.provision is not None).provision
    0 s.1
    """
    return st.builds(Reason, codes(), words(), st.none() | provisions())


def answers(*, verdicts: Iterable[Verdict] = tuple(Verdict)) -> st.SearchStrategy[Answer]:
    """Generate answers: an unknown one names at least one fact, and an uncertain one a question.

    Args:
        verdicts: what the answers may say.

    >>> from hypothesis import find
    >>> len(find(answers(verdicts=[Verdict.UNKNOWN]), lambda answer: True).facts)
    1
    """
    named = st.lists(codes(), min_size=1, max_size=3, unique=True).map(tuple)
    none = st.just(())
    each = [
        st.builds(
            Answer,
            st.just(verdict),
            words(),
            codes(),
            st.none() | provisions(),
            facts=named if verdict is Verdict.UNKNOWN else none,
            questions=named if verdict is Verdict.UNCERTAIN else none,
        )
        for verdict in verdicts
    ]
    return st.one_of(each)


def combinations(
    *, verdicts: Iterable[Verdict] = tuple(Verdict), min_size: int = 0, max_size: int = 6
) -> st.SearchStrategy[Combination]:
    """Generate what several answers come to.

    Args:
        verdicts: what each answer may say.
        min_size: the fewest answers combined.
        max_size: the most.

    >>> from hypothesis import find
    >>> find(combinations(min_size=2, verdicts=[Verdict.NO]), lambda all_of_them: True).verdict
    <Verdict.NO: 'no'>
    """
    several = st.lists(answers(verdicts=tuple(verdicts)), min_size=min_size, max_size=max_size)
    return several.map(combine)


BY_TYPE = {Reason: reasons, Answer: answers, Combination: combinations}

"""Strategies for kinds of service."""

from __future__ import annotations

import hypothesis.strategies as st

from lgtrade.law import activities
from lgtrade.services import ServiceKind, Subject
from lgtrade.strategies._values import names

_WORDS = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1)


def service_kinds(*, subject: Subject | None = None) -> st.SearchStrategy[ServiceKind]:
    """Generate kinds of service.

    Args:
        subject: only those that supply this; otherwise any subject, or none said.

    >>> from hypothesis import find
    >>> find(service_kinds(subject=Subject.GOODS), lambda kind: "-" in kind.key)
    ServiceKind(key='0-0', name='0', subject=<Subject.GOODS: 'goods or materials'>, unit='0', activity=None)
    """
    keys = st.lists(_WORDS, min_size=1, max_size=4).map("-".join)
    subjects = st.none() | st.sampled_from(Subject) if subject is None else st.just(subject)
    about = st.none() | st.sampled_from(tuple(activities()))
    return st.builds(ServiceKind, keys, names(), subjects, names(), about)


BY_TYPE = {ServiceKind: service_kinds}

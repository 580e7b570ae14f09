from __future__ import annotations

import pytest
from hypothesis import given

from lgtrade.issues import InputError
from lgtrade.services import ServiceKind, Subject
from lgtrade.strategies import service_kinds

KEY = 'lower-case words joined by hyphens, as in "help-desk"'


@given(service_kinds())
def test_a_kind_of_service_is_kept_as_it_was_given(kind: ServiceKind) -> None:
    assert ServiceKind(kind.key, kind.name, kind.subject, kind.unit, kind.activity) == kind


def test_a_kind_needs_only_a_key_and_a_name() -> None:
    kind = ServiceKind("help-desk", "Help desk")
    assert (kind.subject, kind.unit, kind.activity) == (None, "unit", None)


@pytest.mark.parametrize("key", ["a", "help-desk", "ict-2-support", "2019-20", "0"])
def test_a_key_is_lower_case_words_and_figures_joined_by_hyphens(key: str) -> None:
    assert ServiceKind(key, "Help desk").key == key


@pytest.mark.parametrize(
    "key", ["", "Help-desk", "help desk", "help_desk", "-help", "help-", "help--desk", "help-desk\n", "café", "٣"]
)
def test_a_key_that_files_could_not_use_is_refused(key: str) -> None:
    with pytest.raises(InputError) as refused:
        ServiceKind(key, "Help desk")
    assert str(refused.value) == f"key: {key!r} is not a key. Accepted: {KEY}."


@pytest.mark.parametrize(
    ("key", "name", "subject", "unit", "said"),
    [
        ("x", "", None, "call", ["name: it is empty. Accepted: a name."]),
        ("x", "Help desk", None, "", ["unit: it is empty. Accepted: a name."]),
        (7, "Help desk", None, "call", [f"key: 7 is not a key. Accepted: {KEY}."]),
        (
            "X",
            None,
            "goods",
            7,
            [
                f"key: 'X' is not a key. Accepted: {KEY}.",
                "name: None is of type NoneType. Accepted: a name.",
                "unit: 7 is of type int. Accepted: a name.",
                "subject: 'goods' is of type str. Accepted: a Subject, or nothing.",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_a_kind_is_said(
    key: str, name: str, subject: Subject | None, unit: str, said: list[str]
) -> None:
    with pytest.raises(InputError) as refused:
        ServiceKind(key, name, subject, unit)
    assert [str(issue) for issue in refused.value.issues] == said


def test_the_first_four_subjects_are_the_heads_of_the_1970_act() -> None:
    assert [subject.value for subject in Subject][:4] == [
        "goods or materials",
        "administrative, professional or technical services",
        "use of vehicles, plant or apparatus",
        "maintenance of land or buildings",
    ]

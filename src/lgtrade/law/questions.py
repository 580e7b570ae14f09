"""Points on which the law is open, or has not been verified or modelled: objects that an uncertain answer names."""

from __future__ import annotations

import attrs


@attrs.frozen
class Question:
    """An open question in the law.

    Args:
        id: its short name, ``"Q2"``.
        asks: the question.
        views: the competing views.
        advice: what to do meanwhile.

    >>> question("Q2").id
    'Q2'
    """

    id: str
    asks: str
    views: tuple[str, ...]
    advice: str


_ALL = (
    Question(
        "Q1",
        "What is a commercial purpose?",
        (
            "the dominant purpose decides (Peters v Haringey LBC [2018] EWHC 192 (Admin))",
            "any aim of a surplus is commercial",
            "sharing a service between authorities for efficiency is not commercial",
        ),
        "Settle and record the dominant purpose, with the evidence for it.",
    ),
    Question(
        "Q2",
        "Does the 1970 Act shut out section 95 for the same customer and the same supply, by section 95(2)(b)?",
        (
            "yes, if the 1970 Act authorises the supply for a commercial purpose, as in the Yorkshire Purchasing case",
            "no, because supply under the 1970 Act is not for a commercial purpose",
        ),
        "Supply directly under the 1970 Act, on the terms agreed; no company is needed.",
    ),
    Question(
        "Q3",
        "Does the general power of competence remove section 95 (by section 95(2)(b)) and section 93 (by section "
        "93(2)(a))?",
        (
            "read literally, yes",
            "Parliament kept both sections, section 3(2)(c) of the 2011 Act ignores section 93, and both are in use",
        ),
        "Treat the two as alternatives, and cite both; for charges at cost the limit is the same.",
    ),
    Question(
        "Q5",
        'How wide are "administrative, professional or technical services"?',
        (
            "broad",
            "limited, so that catering, cleaning, care or refuse collection may fall outside",
        ),
        "Take advice unless the service is clearly within the words.",
    ),
    Question(
        "Q6",
        "Does section 18A of the Fire and Rescue Services Act 2004 (before it, section 19) displace section 93 for all "
        "the services of a fire and rescue authority?",
        ("yes: any action taken by the authority is wide", "not for what has nothing to do with fire and rescue"),
        "Use section 18A, after consulting, and keep to its cost limit.",
    ),
    Question(
        "Q7",
        "Do the business case and cost recovery conditions of the 2009 Order also bind trading under the general "
        "power, by section 2(1) of the 2011 Act?",
        (
            "yes, as restrictions of an overlapped power",
            "no, because they are tied to the power that the Order itself confers",
        ),
        "Prepare and approve a business case, and recover the costs of what the company is given, in any event.",
    ),
    Question(
        "Q12",
        "Which strategic authorities have a general power of competence under the English Devolution and Community "
        "Empowerment Act 2026, and from when?",
        ("its commencement and wording have not been read",),
        "Read the Act and its commencement regulations before relying on either answer.",
    ),
    Question(
        "Q14",
        "Which bodies beyond those named are within the words of the 1970 Act?",
        (
            'phrases such as "combined authority" have stood since 1970 and were not written for later bodies',
            "the words are apt to describe them all the same",
        ),
        "Look for the body's own statute, or an order under section 1(5).",
    ),
    Question(
        "Q15",
        'Is the supply of goods alone, or of works, the provision of "a service" under section 93?',
        ("the section says service", "a supply of goods or works can be part of a service"),
        "Use the 1970 Act where it applies.",
    ),
    Question(
        "Q13",
        "Has the general power of Welsh councils displaced section 93 for them, by section 93(2)(a)?",
        ("read literally, yes", "no: Parliament kept section 93, and the limit is the same"),
        "Treat the two as alternatives, and cite both.",
    ),
    Question(
        "duty-owed",
        "May a charge be agreed under the 1970 Act for what must be provided to that customer anyway?",
        ("yes: the parties may agree such terms as they consider appropriate", "no: what is owed cannot be sold"),
        "Look for a power to charge in the enactment that imposes the duty.",
    ),
    Question(
        "unverified",
        "The text that decides this has not been read, or not in full.",
        ("the rule is stated from general knowledge, or its text could not be read",),
        "Read the provision before relying on either answer.",
    ),
    Question(
        "not-modelled",
        "A provision that bears on this is not modelled in this version.",
        ("the library does not know what it says",),
        "Read the provision that the reason names.",
    ),
)
_BY_ID = {each.id: each for each in _ALL}


def question(name: str) -> Question:
    """Give an open question by its short name.

    >>> question("Q3").advice
    'Treat the two as alternatives, and cite both; for charges at cost the limit is the same.'
    """
    return _BY_ID[name]


def every_question() -> tuple[Question, ...]:
    """Every open question that an answer may name.

    >>> [each.id for each in every_question()][:3]
    ['Q1', 'Q2', 'Q3']
    """
    return _ALL

"""Points on which the law is open, or has not been verified or modelled: objects that an uncertain answer names."""

from __future__ import annotations

import attrs


@attrs.frozen
class View:
    """One of the competing views on an open question.

    Args:
        says: the view.
        held_by: who holds it, or what it rests on; empty if no holder is known.

    >>> question("Q1").views[0].held_by
    'Peters v Haringey LBC [2018] EWHC 192 (Admin)'
    """

    says: str
    held_by: str = ""

    def __str__(self) -> str:
        """Say the view, and who holds it."""
        return f"{self.says} ({self.held_by})" if self.held_by else self.says


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
    views: tuple[View, ...]
    advice: str


_BOOK = "R Hann, Local authority charging and trading (LACAT)"
_LITERALLY = "the words read literally"

_ALL = (
    Question(
        "Q1",
        "What is a commercial purpose?",
        (
            View("the dominant purpose decides", "Peters v Haringey LBC [2018] EWHC 192 (Admin)"),
            View("any aim of a surplus is commercial"),
            View("sharing a service between authorities for efficiency is not commercial", _BOOK),
        ),
        "Settle and record the dominant purpose, with the evidence for it.",
    ),
    Question(
        "Q2",
        "Does the 1970 Act shut out section 95 for the same customer and the same supply, by section 95(2)(b)?",
        (
            View(
                "yes, if the 1970 Act authorises the supply for a commercial purpose",
                "R v Yorkshire Purchasing Organisation ex p British Educational Suppliers Association (1996, 1997)",
            ),
            View("no, because supply under the 1970 Act is not for a commercial purpose", _BOOK),
        ),
        "Supply directly under the 1970 Act, on the terms agreed; no company is needed.",
    ),
    Question(
        "Q3",
        "Does the general power of competence remove section 95 (by section 95(2)(b)) and section 93 (by section "
        "93(2)(a))?",
        (
            View("yes", _LITERALLY),
            View(
                "no: Parliament kept both sections, section 3(2)(c) of the 2011 Act ignores section 93, and both are "
                "in use",
                _BOOK,
            ),
        ),
        "Treat the two as alternatives, and cite both; for charges at cost the limit is the same.",
    ),
    Question(
        "Q4",
        'What is a "kind of service", and do the costs of provision count users who pay nothing?',
        (
            View("a narrow product"),
            View("a broad function"),
            View("the whole service costs", "the total cost principles of CIPFA"),
            View("only the share that is charged for costs"),
        ),
        "Name the kind of service and its cost base, keep to both, and do not merge kinds.",
    ),
    Question(
        "Q5",
        'How wide are "administrative, professional or technical services"?',
        (
            View("broad", _BOOK),
            View(
                "limited, so that catering, cleaning, care or refuse collection may fall outside",
                "the words were repealed for Scotland in 2003, which suggests that they limit",
            ),
        ),
        "Take advice unless the service is clearly within the words.",
    ),
    Question(
        "Q6",
        "Does section 18A of the Fire and Rescue Services Act 2004 displace section 93 for all the services of a fire "
        "and rescue authority?",
        (
            View("yes: any action taken by the authority is wide", _LITERALLY),
            View("not for what has nothing to do with fire and rescue"),
        ),
        "Use section 18A, after consulting, and keep to its cost limit.",
    ),
    Question(
        "Q7",
        "Do the business case and cost recovery conditions of the 2009 Order also bind trading under the general "
        "power, by section 2(1) of the 2011 Act?",
        (
            View("yes, as restrictions of an overlapped power", _LITERALLY),
            View(
                "no, because they are tied to the power that the Order itself confers", "SI 2009/2393 art.2(2) and (3)"
            ),
        ),
        "Prepare and approve a business case, and recover the costs of what the company is given, in any event.",
    ),
    Question(
        "Q8",
        "May more than the cost be charged for discharging another authority's function, or for officers lent to it; "
        "and may either be sold as a service?",
        (
            View("yes: the terms of the agreement allow it"),
            View(
                "no: neither section gives a power to charge, and neither is a trade",
                "LGA 1972 s.101 and SI 2012/1019, which do not mention payment",
            ),
        ),
        "Agree a contribution that covers the cost, or supply a service under the 1970 Act.",
    ),
    Question(
        "Q10",
        "Does the rule against using a charge to raise revenue reach agreements between public bodies under the 1970 "
        "Act?",
        (
            View("yes, by analogy", "R (Attfield) v Barnet LBC [2013] EWHC 2089 (Admin)"),
            View("no: the parties may agree such terms as they consider appropriate", "LA(G&S)A 1970 s.1(3)"),
        ),
        "Do not price in order to pay for something unrelated.",
    ),
    Question(
        "Q11",
        "Does a profit in the price take an agreement out of the exemption for co-operation between authorities?",
        (
            View("yes: the co-operation has to be governed by the public interest alone", "PCR 2015 reg.12(7)(b)"),
            View("not by itself"),
        ),
        "Price at cost where the customer relies on co-operation, or let the customer tender.",
    ),
    Question(
        "Q12",
        "Which strategic authorities have a general power of competence under the English Devolution and Community "
        "Empowerment Act 2026, and from when?",
        (View("its commencement and wording have not been read in full"),),
        "Read the Act and its commencement regulations before relying on either answer.",
    ),
    Question(
        "Q13",
        "Has the general power of Welsh councils displaced section 93 for them, by section 93(2)(a)?",
        (
            View("yes", _LITERALLY),
            View("no: Parliament kept section 93, and the limit is the same"),
        ),
        "Treat the two as alternatives, and cite both.",
    ),
    Question(
        "Q14",
        "Which bodies beyond those named are within the words of the 1970 Act?",
        (
            View("phrases that have stood since 1970 were not written for later bodies"),
            View("the words are apt to describe them all the same", _LITERALLY),
        ),
        "Look for the body's own statute, or an order under section 1(5).",
    ),
    Question(
        "Q15",
        'Is the supply of goods alone, or of works, the provision of "a service" under section 93?',
        (
            View("no: the section says service", _LITERALLY),
            View("a supply of goods or works can be part of a service"),
        ),
        "Use the 1970 Act where it applies.",
    ),
    Question(
        "Q16",
        "Do contracts made under the 2004 Order survive its revocation on 1 October 2009?",
        (
            View("yes: accrued rights are saved", "Interpretation Act 1978 s.16"),
            View("not beyond them: the 2009 Order has no saving", "SI 2009/2393 arts 1 to 3"),
        ),
        "Take advice on a contract made before 1 October 2009 by an authority that the 2009 Order does not name.",
    ),
    Question(
        "below-cost",
        "Does a charge below cost, where others compete, abuse a dominant position?",
        (
            View("yes, if the supplier is dominant and the charge shuts competitors out", "CA 1998 s.18"),
            View("no, if the supplier is not dominant: then no price abuses anything", "CA 1998 s.18"),
        ),
        "Record the cost, the market and the supplier's share of it, and take advice before charging below cost.",
    ),
    Question(
        "code-open",
        "Does an enactment about this one service displace or bar the general powers to charge?",
        (View("yes, as another power or a limitation"), View("no: it is about something narrower")),
        "Rely on the enactment about the service first.",
    ),
    Question(
        "collaboration",
        "Could a force collaboration agreement provide for what one policing body would supply to another?",
        (View("if it could, no agreement may be made under section 15", "PRSRA 2011 s.15(3)"),),
        "Consider section 22A of the Police Act 1996 first.",
    ),
    Question(
        "designation-limits",
        "Does what is to be supplied keep within the limits of the customer's designation?",
        (View("the order or Act limits what may be supplied, by whom, or for what"),),
        "Read the order, and the conditions in it, before agreeing.",
    ),
    Question(
        "duty-owed",
        "May a charge be agreed under the 1970 Act for what must be provided to that customer anyway?",
        (
            View("yes: the parties may agree such terms as they consider appropriate", "LA(G&S)A 1970 s.1(3)"),
            View("no: what is owed cannot be sold"),
        ),
        "Look for a power to charge in the enactment that imposes the duty.",
    ),
    Question(
        "reserved-legal",
        "Are public bodies that buy legal services a section of the public, so that an authorised body is needed?",
        (
            View("yes, if the work is offered to them at large", "Solicitors Regulation Authority, December 2015"),
            View("no", "an opinion of leading counsel of May 2013, cited by Kent Legal Services"),
        ),
        "Keep to a closed local group, or provide reserved work through an authorised body.",
    ),
    Question(
        "scottish-charges",
        "May a Scottish council charge at cost for a service under its power to advance well-being?",
        (
            View("no: the power is not to be used to raise money", "LGiSA 2003 s.22(7)"),
            View("a charge that only recovers cost does not raise money", "practice before SSI 2022/50"),
        ),
        "Look for an express power to charge.",
    ),
    Question(
        "sister-awards",
        "May a body buy without competition from another in the same ownership, or from its owner?",
        (
            View("yes, if the buyer is itself a contracting authority and both are controlled", "PCR 2015 reg.12(2)"),
            View("not where the owner controls one of them only in part", "Datenlotsen C-15/13 (from reports)"),
        ),
        "Compete, or buy through the owner, unless both bodies are shown to be controlled.",
    ),
    Question(
        "transfer",
        "Is the function handed over with its responsibility, or is a service bought for a payment?",
        (
            View("a transfer of tasks and powers is no purchase"),
            View("a payment for carrying out a task that stays with the payer is one"),
        ),
        "Delegate the function itself, with its powers, and pay no more than what it costs.",
    ),
    Question(
        "tier",
        "Where there are two tiers of council, which of them has the function?",
        (View("a county has it only where there are no districts, or a district only where it is a single tier"),),
        "Check which council has the function in the area on the day.",
    ),
    Question(
        "unverified",
        "The text that decides this has not been read, or not in full.",
        (View("the rule is stated from general knowledge, or its text could not be read"),),
        "Read the provision before relying on either answer.",
    ),
    Question(
        "not-modelled",
        "A provision that bears on this is not modelled in this version.",
        (View("the library does not know what it says"),),
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

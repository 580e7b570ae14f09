"""Whatever is wrong with a case file, the message says what, where, and what would be accepted."""

from __future__ import annotations

from pathlib import Path

import pytest

from lgtrade.files import read_case, read_case_text
from lgtrade.issues import InputError

PRICES = '"flat"; "per unit"; "graduated"; "volume"; "package"; "stepped"; "banded"; "percentage"'
RULES = f'"at cost"; "property searches"; "commercial"; {PRICES}'
TOP = 'format = 1\ntitle = "A case"\nsource = "a report"\n'
SERVICE = '[[service]]\nkey = "help-desk"\nname = "Help desk"\n'
KEY = '[[key]]\nname = "equal"\nweights = { Lichfield = 1, Tamworth = 1 }\n'
PROPOSAL = (
    TOP + SERVICE + '[[proposal]]\nname = "p"\non = 2004-04-01\nsupplier = "Lichfield"\n'
    'customer = "Tamworth"\nservice = "help-desk"\n'
)
AGREEMENT = (
    '[[agreement]]\nreference = "A"\nsupplier = "Lichfield"\ncustomer = "Tamworth"\nservice = "help-desk"\n'
    "first = 2004-04-01\nlast = 2005-03-31\n"
)
PER_CALL = 'charge = { rule = "per unit", rate = "1.50" }\n'


def problems(text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_case_text(text)
    return str(caught.value).splitlines()


ONE_PROBLEM = {
    "no title": ('format = 1\nsource = "a report"\n', "title: it is missing. Accepted: text in quotes."),
    "no source": ('format = 1\ntitle = "t"\n', "source: it is missing. Accepted: a source, or an assumption."),
    "no format": ('title = "t"\nsource = "s"\n', "format: it is missing. Accepted: format = 1."),
    "another format": ('format = 2\ntitle = "t"\nsource = "s"\n', "format: this format is not known. Accepted: 1."),
    "both a source and an assumption": (
        TOP + 'assumption = "a guess"\n',
        "assumption: it has both a source and an assumption. Accepted: one or the other.",
    ),
    "an address that is not one": (
        TOP + 'source_url = "javascript:alert(1)"\n',
        "source_url.address: the address does not begin with https:// or http://. Accepted: a web address, or nothing.",
    ),
    "a name that nothing reads": (
        TOP + 'tittle = "x"\n',
        "tittle: nothing of that name is read here. Accepted: title, perhaps.",
    ),
    "text that is a number": (
        'format = 1\ntitle = 7\nsource = "s"\n',
        "title: 7 is not text. Accepted: text in quotes, on one line, of at most 2000 letters.",
    ),
    "text that is empty": (
        'format = 1\ntitle = " "\nsource = "s"\n',
        "title: it is empty. Accepted: text in quotes, on one line, of at most 2000 letters.",
    ),
    "text that is too long": (
        f'format = 1\ntitle = "{"x" * 2001}"\nsource = "s"\n',
        "title: it has 2001 letters. Accepted: text in quotes, on one line, of at most 2000 letters.",
    ),
    "text that acts on a terminal": (
        'format = 1\ntitle = "\\u001b[31m"\nsource = "s"\n',
        ("title: it has characters that cannot be printed. "
        "Accepted: text in quotes, on one line, of at most 2000 letters."),
    ),
    "a list that is not of tables": (
        TOP + "service = 3\n",
        "service: 3 is not a list of tables. Accepted: one table or more, each headed [[service]].",
    ),
    "one table for a list of them": (
        TOP + SERVICE.replace("[[service]]", "[service]"),
        "service: it is one table, and not a list of them. Accepted: one table or more, each headed [[service]].",
    ),
    "a list with something in it that is no table": (
        TOP + "service = [3]\n",
        "service[0]: 3 is not a table. Accepted: one table or more, each headed [[service]].",
    ),
    "a service given twice": (
        TOP + SERVICE + SERVICE,
        "service[1].key: 'help-desk' is given twice. Accepted: a name of its own.",
    ),
    "a key that files cannot use": (
        TOP + SERVICE.replace('"help-desk"', '"Help Desk"'),
        ("service[0].key: 'Help Desk' is not a key. "
        'Accepted: lower-case words joined by hyphens, as in "help-desk".'),
    ),
    "an unknown subject": (
        TOP + SERVICE + 'subject = "advice"\n',
        ("service[0].subject: 'advice' is not one of them. Accepted: one of: \"goods or materials\"; "
        '"administrative, professional or technical services"; "use of vehicles, plant or apparatus"; '
        '"maintenance of land or buildings"; "construction of buildings or works"; '
        '"officers placed at another\'s disposal"; "discharge of the customer\'s own function"; "another service".'),
    ),
    "a service that is not in the file": (
        PROPOSAL.replace('service = "help-desk"', 'service = "payroll"'),
        "proposal[0].service: 'payroll' is not in the file. Accepted: a kind of service: help-desk.",
    ),
    "an unknown authority": (
        PROPOSAL.replace('"Lichfield"', '"Lichfeild"'),
        ("proposal[0].supplier: no authority in the register is called 'Lichfeild'. Accepted: a name in the register "
        "(the nearest: Lichfield District Council), or the authority's kind and nation."),
    ),
    "an ambiguous authority": (
        PROPOSAL.replace('"Tamworth"', '"Newcastle"'),
        ("proposal[0].customer: 'Newcastle' could be any of 2 authorities. "
        "Accepted: one of: Newcastle upon Tyne City Council; Newcastle-under-Lyme Borough Council."),
    ),
    "a customer of no known kind": (
        PROPOSAL.replace('"Tamworth"', '{ name = "a firm", kind = "busines" }'),
        ("proposal[0].customer.kind: 'busines' is not one of them. "
        'Accepted: one of a longer list, perhaps: "business".'),
    ),
    "an authority in the wrong nation": (
        PROPOSAL.replace('"Tamworth"', '{ name = "a council", kind = "community council", nation = "England" }'),
        "proposal[0].customer.nation: there is no community council in England. Accepted: Wales.",
    ),
    "a day before 1970": (
        PROPOSAL.replace("2004-04-01", "1969-12-31"),
        ("proposal[0].on: 31 December 1969 is outside the law that is known. "
        "Accepted: a day from 1 January 1970 to 31 May 2026."),
    ),
    "a day after the law that is known": (
        PROPOSAL.replace("2004-04-01", "2027-01-01"),
        ("proposal[0].on: 1 January 2027 is outside the law that is known. "
        "Accepted: a day from 1 January 1970 to 31 May 2026."),
    ),
    "a day in quotes that is none": (
        PROPOSAL.replace("2004-04-01", '"1 April 2004"'),
        ("proposal[0].on: '1 April 2004' is not a day. "
        "Accepted: a day from 1 January 1900 to 31 December 2199, as in 2026-04-01."),
    ),
    "a purpose that is none": (
        PROPOSAL + 'facts = { purpose = "profit" }\n',
        ("proposal[0].facts.purpose: 'profit' is not one of them. "
        'Accepted: one of: "cost recovery"; "commercial"; "another public purpose"; "mixed".'),
    ),
    "a fact that is neither true nor false": (
        PROPOSAL + 'facts = { customer_agreed = "yes" }\n',
        "proposal[0].facts.customer_agreed: 'yes' is not true or false. Accepted: true or false.",
    ),
    "a citation that is a number": (
        PROPOSAL + "facts = { authorised_by = 111 }\n",
        ("proposal[0].facts.authorised_by: 111 is not a citation. "
        "Accepted: the provision in quotes, or false for none, or true for one not named."),
    ),
    "a business case approved before it was prepared": (
        PROPOSAL + "facts = { business_case = { prepared = 2004-03-01, approved = 2004-02-01 } }\n",
        ("proposal[0].facts.business_case.approved: it was approved on 1 February 2004, before it was prepared. "
        "Accepted: a day on or after 1 March 2004."),
    ),
    "a business case that is only said to exist": (
        PROPOSAL + "facts = { business_case = true }\n",
        ("proposal[0].business_case: a business case has no days. "
        "Accepted: the days on which it was prepared and approved, or false for none."),
    ),
    "heads that are not a list": (
        PROPOSAL + 'facts = { business_case = { heads = "risks" } }\n',
        "proposal[0].facts.business_case.heads: 'risks' is not a list. Accepted: a list of texts in quotes.",
    ),
    "a designation for nothing known": (
        PROPOSAL + 'facts = { designation = { by = "SI 1981/1049", subjects = ["advice"] } }\n',
        ("proposal[0].facts.designation.subjects[0]: 'advice' is not one of them. Accepted: one of: "
        '"goods or materials"; "administrative, professional or technical services"; '
        '"use of vehicles, plant or apparatus"; "maintenance of land or buildings"; '
        '"construction of buildings or works"; "officers placed at another\'s disposal"; '
        '"discharge of the customer\'s own function"; "another service".'),
    ),
    "shares that do not add to one": (
        TOP + '[[key]]\nname = "k"\nshares = { a = "60%", b = "30%" }\n',
        "key[0]: the shares add to 90%, which is 10% too little. Accepted: shares that add to 100%.",
    ),
    "a key with no weights": (
        TOP + '[[key]]\nname = "k"\n',
        "key[0].weights: it is missing. Accepted: a table of weights, or of shares that add to 100%.",
    ),
    "a negative weight": (
        TOP + '[[key]]\nname = "k"\nweights = { a = -1, b = 2 }\n',
        "key[0].weights.a: the weight is negative. Accepted: a weight of nothing or more.",
    ),
    "a weight that is a float": (
        TOP + '[[key]]\nname = "k"\nweights = { a = 1.5 }\n',
        ("key[0].weights.a: 1.5 without quotes is a float, which cannot hold most amounts exactly. "
        'Accepted: the same number in quotes: "1.5".'),
    ),
    "an amount that is a float": (
        TOP + SERVICE + '[[cost]]\nheading = "Pay"\nyear = "2004/05"\namount = 12.5\nservice = "help-desk"\n',
        ("cost[0].amount: 12.5 without quotes is a float, which cannot hold most amounts exactly. "
        'Accepted: the same number in quotes: "12.5".'),
    ),
    "an amount finer than a penny": (
        TOP + SERVICE + '[[cost]]\nheading = "Pay"\nyear = "2004/05"\namount = "1.005"\nservice = "help-desk"\n',
        ("cost[0].amount: 1.005 is not a whole number of pence. "
        "Accepted: an amount with at most two decimal places."),
    ),
    "a year that is none": (
        TOP + SERVICE + '[[cost]]\nheading = "Pay"\nyear = "2004/06"\namount = 12\nservice = "help-desk"\n',
        "cost[0].year: '2004/06' is not a financial year. Accepted: two years running, as in \"2026/27\".",
    ),
    "a cost that nothing bears": (
        TOP + '[[cost]]\nheading = "Pay"\nyear = "2004/05"\namount = 12\n',
        ("cost[0].service: it is missing. "
        "Accepted: the kind of service that bears the line, or the key that divides it."),
    ),
    "a cost that is both direct and shared": (
        TOP + SERVICE + KEY
        + '[[cost]]\nheading = "Pay"\nyear = "2004/05"\namount = 12\nservice = "help-desk"\nkey = "equal"\n',
        ("cost[0].service: 'Pay' has to be either direct or shared. "
        "Accepted: the kind of service that bears it, or the key that divides it, and not both."),
    ),
    "a negative price": (
        TOP + SERVICE + AGREEMENT + 'charge = { rule = "per unit", rate = "-1.50" }\n',
        "agreement[0].charge.rate: the price is negative: -£1.50. Accepted: a price of nothing or more.",
    ),
    "no charge": (
        TOP + SERVICE + AGREEMENT,
        ("agreement[0].charge.rule: it is missing. "
        f"Accepted: one of: {RULES}."),
    ),
    "a charge by an unknown rule": (
        TOP + SERVICE + AGREEMENT + 'charge = { rule = "free" }\n',
        ("agreement[0].charge.rule: 'free' is not one of them. "
        f"Accepted: one of: {RULES}."),
    ),
    "rounding to nothing": (
        TOP + SERVICE + AGREEMENT + 'charge = { rule = "per unit", rate = 2, to = 0 }\n',
        "agreement[0].charge.to.unit: the unit is not over zero. Accepted: a unit over zero.",
    ),
    "a rounding that is none": (
        TOP + SERVICE + AGREEMENT + 'charge = { rule = "per unit", rate = 2, rounding = "down a bit" }\n',
        ("agreement[0].charge.rounding: 'down a bit' is not one of them. "
        'Accepted: one of: "half up"; "half even"; "up"; "down".'),
    ),
    "a term without an end": (
        TOP + SERVICE + AGREEMENT.replace("last = 2005-03-31\n", "") + PER_CALL,
        "agreement[0].last: it is missing. Accepted: a day, as in 2026-04-01.",
    ),
    "an empty term": (
        TOP + SERVICE + AGREEMENT.replace("2005-03-31", "2004-03-31") + PER_CALL,
        ("agreement[0].last: it ends on 31 March 2004, before it begins on 1 April 2004. "
        "Accepted: a last day on or after the first."),
    ),
    "usage outside the term": (
        TOP + SERVICE + AGREEMENT + PER_CALL
        + "[[agreement.usage]]\nfirst = 2005-03-01\nlast = 2005-04-30\nquantity = 3\n",
        ("agreement[0].usage[0].period: 1 March 2005 to 30 April 2005 runs over the end of a financial year. "
        "Accepted: a period within one financial year."),
    ),
    "two agreements for the same service and days": (
        TOP + SERVICE + AGREEMENT + PER_CALL + AGREEMENT + PER_CALL,
        ("agreement[1].term: agreements [0] and [1] both cover help-desk for 1 April 2004 to 31 March 2005. "
        "Accepted: terms with no day in common."),
    ),
    "usage charged by a rule without an estimate": (
        TOP + SERVICE + AGREEMENT + 'charge = { rule = "at cost" }\n'
        + "[[agreement.usage]]\nfirst = 2004-04-01\nlast = 2004-04-30\nquantity = 3\n",
        ("agreement[0].estimate: there is usage in 2004/05, and no estimate to set its charge. "
        "Accepted: the estimated units of 2004/05."),
    ),
    "a lead for a rule that has none": (
        TOP + '[division]\nremainder = "to the last"\nlead = "Lichfield"\n',
        ("division.lead: the rule and the lead do not go together. "
        "Accepted: a lead with the rule for a lead, and only with it."),
    ),
    "a shared line without a key": (
        TOP + '[[shared]]\nheading = "Saving"\namount = 5\n',
        "shared[0].key: it is missing. Accepted: text in quotes.",
    ),
    "a window that is not a whole number": (
        TOP + SERVICE + '[[account]]\nservice = "help-desk"\nwindow = "three"\n',
        "account[0].window: 'three' is not a whole number. Accepted: a whole number.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message"), ONE_PROBLEM.values(), ids=ONE_PROBLEM)
def test_one_thing_wrong_gets_one_message(text: str, message: str) -> None:
    assert problems(text) == [message]


def test_everything_wrong_with_a_file_is_said_together() -> None:
    text = (
        TOP.replace('"A case"', "7")
        + SERVICE
        + '[[key]]\nname = "k"\nshares = { a = "60%", b = "30%" }\n'
        + '[[cost]]\nheading = "Pay"\nyear = "2004/06"\namount = 12.5\nservice = "help-desk"\n'
        + '[[proposal]]\nname = "p"\non = 1969-12-31\nsupplier = "Lichfeild"\ncustomer = "Tamworth"\n'
        + 'service = "helpdesk"\n[proposal.facts]\npurpose = "profit"\n'
        + AGREEMENT
        + 'charge = { rule = "per unit", rate = "-1.50" }\n'
        + AGREEMENT
        + PER_CALL
        + AGREEMENT.replace("2005-03-31", "2004-03-31")
        + PER_CALL
    )
    assert [line.split(": ")[0] for line in problems(text)] == [
        "title",
        "key[0]",
        "proposal[0].service",
        "proposal[0].supplier",
        "proposal[0].facts.purpose",
        "proposal[0].on",
        "cost[0].year",
        "cost[0].amount",
        "agreement[0].charge.rate",
        "agreement[2].last",
        "agreement[1].term",
    ]


def test_what_could_not_be_read_is_not_said_to_be_missing_wherever_it_is_named() -> None:
    text = TOP + SERVICE.replace('name = "Help desk"', "name = 7") + AGREEMENT + PER_CALL
    assert problems(text) == [
        "service[0].name: 7 is not text. Accepted: text in quotes, on one line, of at most 2000 letters."
    ]


NOT_A_CASE = {
    "not TOML": (
        b"a = = 1",
        "line 1: 'a = = 1' is not TOML. Accepted: text in quotes, a number, or a day as in 2026-04-01.",
    ),
    "not UTF-8": (b"\xff", "the file is not UTF-8 text: byte 0 cannot be read. Accepted: a text file saved as UTF-8."),
    "nested too deeply": (
        b"a = " + b"[" * 90_000,
        "the file is nested too deeply to be read. Accepted: a TOML file.",
    ),
    "too large": (
        b'a = "' + b"x" * 100_000_000 + b'"',
        "the file is larger than 1,000,000 bytes. Accepted: a file of a reasonable size.",
    ),
}


@pytest.mark.parametrize(("content", "message"), NOT_A_CASE.values(), ids=NOT_A_CASE)
def test_a_file_that_is_no_case_file_is_refused(content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_case(path)
    assert str(caught.value) == message


SHARED = '[[shared]]\nheading = "h"\namount = 1\nkey = "wide"\n'
AS_MANY_AS_ALLOWED = (
    TOP
    + SERVICE
    + '[[key]]\nname = "wide"\nweights = { '
    + ", ".join(f"w{number} = 1" for number in range(400))
    + " }\n"
    + 100 * '[[cost]]\nheading = "h"\nyear = "2004/05"\namount = 1\nkey = "wide"\n'
    + 25 * SHARED
)
ONE_TOO_MANY = {
    "a direct line": '[[cost]]\nheading = "h"\nyear = "2004/05"\namount = 1\nservice = "help-desk"\n',
    "a statement": AGREEMENT + 'charge = { rule = "flat", amount = 1 }\n',
    "a year of account": (
        '[[account]]\nservice = "help-desk"\n'
        '[[income]]\nservice = "help-desk"\nyear = "2004/05"\nheading = "h"\namount = 1\n'
    ),
}


@pytest.mark.parametrize("one_more", ONE_TOO_MANY.values(), ids=ONE_TOO_MANY)
def test_a_short_file_that_asks_for_more_figures_than_anyone_reads_is_refused(one_more: str) -> None:
    assert len(read_case_text(AS_MANY_AS_ALLOWED).shared) == 25
    assert problems(AS_MANY_AS_ALLOWED + one_more) == [
        "the case would come to 50,001 figures. Accepted: at most 50,000: shorter terms, or a file for each part of it."
    ]
    (line,) = problems(AS_MANY_AS_ALLOWED + SHARED)
    assert line.startswith("the case would come to 50,400 figures.")


def test_a_whole_number_too_long_to_read_is_refused() -> None:
    (line,) = problems("format = " + "9" * 5000)
    assert line.startswith("the file is not TOML: Exceeds the limit")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"the file cannot be read: No such file or directory\."):
        read_case(tmp_path / "missing.toml")
    with pytest.raises(InputError, match=r"the file cannot be read: Is a directory\."):
        read_case(tmp_path)


def test_a_path_that_can_name_no_file_is_refused() -> None:
    with pytest.raises(InputError, match="the file cannot be read: embedded null byte"):
        read_case("a\0b.toml")


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text(TOP, encoding="utf-8-sig")
    assert read_case(path).title == "A case"

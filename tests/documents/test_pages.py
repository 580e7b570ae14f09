"""The pages: what they say, that nothing from outside gets through unescaped, and that they add up."""

from __future__ import annotations

import html.parser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.facts import AT_COST, TRADING, opinion

from lgtrade import documents
from lgtrade.accounts import BreakEvenAccount, YearEntry
from lgtrade.authorities import Person, PersonKind, find
from lgtrade.calendar import FinancialYear
from lgtrade.cases import Case, WorkedCase, work_out
from lgtrade.documents._blocks import Grid, Heading, Paragraph
from lgtrade.documents._render import WIDTH, as_html, as_text
from lgtrade.files import read_case, read_case_text
from lgtrade.law import Opinion, Procurement, Purpose, Route, Vehicle
from lgtrade.money import Money
from lgtrade.services import ServiceKind
from lgtrade.sources import Assumption
from lgtrade.strategies import break_even_accounts, opinions, worked_cases, workings

EXAMPLES = Path(__file__).parents[2] / "examples"
FEW = settings(max_examples=30)
PUBLISHED = sorted((Path(__file__).parents[1] / "cases" / "published").glob("*.toml"))
WARNING = "This is information about the law and about figures as they were given. It is not legal advice."
NASTY = '<script>alert("x")</script>&'


class Tags(html.parser.HTMLParser):
    """Gathers the tags and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.open.append(tag)
        for name, value in attrs:
            assert (tag, name) in {("div", "class"), ("td", "style"), ("a", "href")}
            assert name != "href" or (value or "").startswith("https://www.legislation.gov.uk/")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    tags.close()
    assert tags.open == []
    return tags


PLAIN = {"a", "div", "h2", "h3", "h4", "h5", "li", "p", "table", "tbody", "td", "th", "thead", "tr", "ul"}


@FEW
@given(opinions() | break_even_accounts() | worked_cases() | workings())
def test_every_page_is_well_formed_and_holds_no_tag_but_its_own(value: object) -> None:
    tags = read(documents.html(value))
    assert tags.seen <= PLAIN
    assert WARNING in tags.text


@FEW
@given(opinions() | break_even_accounts() | worked_cases() | workings())
def test_every_page_as_text_says_once_that_it_is_not_advice_and_can_be_printed(value: object) -> None:
    page = documents.text(value)
    assert page.count(WARNING[-27:]) == 1
    assert all(line.isprintable() for line in page.splitlines() if line)


@given(st.text(min_size=1))
def test_a_name_is_escaped_wherever_it_is_shown(name: str) -> None:
    facts = AT_COST | {
        "customer": Person(NASTY + name, PersonKind.BUSINESS),
        "service": ServiceKind("a", NASTY + name),
        "authorised_by": NASTY + name,
    }
    assert "script" not in read(documents.html(opinion("2008-01-01", **facts))).seen
    account = BreakEvenAccount(NASTY + name, (YearEntry(FinancialYear(2004), Money.pounds(1), Money.pounds(2)),))
    assert "script" not in read(documents.html(account)).seen
    case = Case(NASTY + name, Assumption(NASTY + name))
    assert "script" not in read(documents.html(work_out(case))).seen


def test_a_notebook_shows_the_page_of_an_opinion_an_account_and_a_case() -> None:
    found = opinion("2008-01-01", **AT_COST)
    assert found._repr_html_() == documents.html(found)
    account = BreakEvenAccount("audit", (YearEntry(FinancialYear(2004), Money.pounds(1), Money.pounds(2)),))
    assert account._repr_html_() == documents.html(account)
    worked = work_out(Case("A case", Assumption("an example")))
    assert worked._repr_html_() == documents.html(worked)


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_a_part_of_a_case_shows_by_itself_what_the_report_says_of_it(path: Path) -> None:
    case = read_case(path)
    report = documents.text(work_out(case))
    for working in case.workings:
        _, _, *said, warning = documents.text(working).splitlines()
        assert warning == WARNING
        assert "\n".join(said).strip() in report
        assert working._repr_html_() == documents.html(working)
        assert read(documents.html(working)).seen <= PLAIN


def test_an_account_without_cost_says_nothing_of_the_part_of_it_that_was_recovered() -> None:
    def page(cost: int) -> str:
        return documents.text(
            BreakEvenAccount("audit", (YearEntry(FinancialYear(2004), Money.pounds(5), Money.pounds(cost)),))
        )

    assert "Income recovered" in page(5)
    assert "Income recovered" not in page(0)


def test_what_has_no_page_is_refused() -> None:
    with pytest.raises(TypeError, match="there is no page for a value of type Money"):
        documents.text(Money.pounds(1))


@pytest.mark.parametrize(
    ("on", "facts", "headline"),
    [
        ("2008-01-01", AT_COST, ('Yes: on 1 January 2008 Lichfield District Council may supply a local manufacturer '
         'with "Training".')),
        ("2008-01-01", {}, ("It depends on facts not yet given whether, on 1 January 2008, Lichfield District Council "
         'may supply a local manufacturer with "Training".')),
        ("2010-01-01", TRADING | {"purpose": Purpose.MIXED}, ("It is uncertain whether, on 1 January 2010, Lichfield "
         'District Council may supply a local manufacturer with "Training": take advice.')),
        ("2001-01-01", AT_COST, ("No: on 1 January 2001 none of the powers modelled here lets Lichfield District "
         'Council supply a local manufacturer with "Training" as proposed.')),
    ],
)  # fmt: skip
def test_an_opinion_opens_with_its_answer(on: str, facts: dict[str, object], headline: str) -> None:
    page = " ".join(documents.text(opinion(on, **facts)).split())
    assert page.startswith(f"May they? Training ================== {headline}")


def test_an_opinion_says_why_with_the_provision_as_it_stood_on_the_day() -> None:
    page = documents.html(opinion("2008-01-01", **AT_COST | {"vehicle": Vehicle.LLP, "customer_agreed": False}))
    assert "A local manufacturer has not agreed to the service being provided." in page
    assert 'href="https://www.legislation.gov.uk/ukpga/2003/26/section/93/2008-01-01"' in page


def test_the_report_of_the_main_example_says_everything_in_order() -> None:
    page = documents.text(work_out(read_case(EXAMPLES / "lichfield-staffordshire-moorlands.toml")))
    headings = [
        "May they? help desk at cost",
        "May they? help desk at a commercial price, through a company",
        "What it costs",
        "What is charged and owed",
        "Did it balance? Help desk",
        "Who bears and who gains",
        "What is saved",
        "What is assumed",
        WARNING,
    ]
    places = [page.index(each) for each in headings]
    assert places == sorted(places)
    said = " ".join(page.split())
    assert "£15.62 a call: cost £50,580.00, less a surplus of £2,145.00 brought forward, over 3,100 units" in said
    assert "£17.49 a call: cost £51,692.40 and a deficit of £794.00 brought forward, over 3,000 units" in said
    assert "Gain less cost £380,000.00 £380,000.00" in said


def test_the_report_gives_every_difference_from_what_was_published() -> None:
    page = documents.text(work_out(read_case(EXAMPLES / "somerset-waste-board-2010-11.toml")))
    assert "79 of 83 published figures agree exactly with those worked out here." in page
    assert "The largest difference in money is £1.00." in page
    assert "Rounding each cell by itself leaves −£2.00 of the lines over." in page


def test_figures_that_all_agree_need_no_table_and_rates_are_compared_with_rates() -> None:
    line = 'format = 1\ntitle = "t"\nassumption = "a"\n[[service]]\nkey = "audit"\nname = "Audit"\n'
    line += '[[agreement]]\nreference = "A"\nsupplier = "Lichfield"\ncustomer = "Tamworth"\nservice = "audit"\n'
    line += 'first = 2004-04-01\nlast = 2005-03-31\ncharge = { rule = "at cost" }\n'
    line += '[[agreement.estimate]]\nyear = "2004/05"\nunits = 8\ncost = 100\n'
    line += "[[agreement.usage]]\nfirst = 2004-04-01\nlast = 2005-03-31\nquantity = 8\n"
    agreed = documents.text(work_out(read_case_text(line + '[published.unit-charge.A]\n"2004/05" = "12.50"\n')))
    assert "1 of 1 published figures agree exactly with those worked out here." in agreed
    assert "Difference" not in agreed
    other = documents.text(work_out(read_case_text(line + '[published.unit-charge.A]\n"2004/05" = "12.55"\n')))
    assert "unit-charge / A / 2004/05     £12.55      £12.50      −£0.05" in other
    assert "largest difference" not in other


def test_a_surplus_too_large_to_return_in_a_year_is_said_to_be() -> None:
    case = read_case_text(
        'format = 1\ntitle = "t"\nassumption = "a"\n[[service]]\nkey = "audit"\nname = "Audit"\n'
        '[[cost]]\nheading = "Pay"\nyear = "2004/05"\namount = 100\nservice = "audit"\n'
        '[[agreement]]\nreference = "A"\nsupplier = "Lichfield"\ncustomer = "Tamworth"\nservice = "audit"\n'
        'first = 2004-04-01\nlast = 2005-03-31\ncharge = { rule = "at cost" }\n'
        '[[agreement.estimate]]\nyear = "2004/05"\nunits = 8\n'
        "[[agreement.usage]]\nfirst = 2004-04-01\nlast = 2005-03-31\nquantity = 8\n"
        '[[account]]\nservice = "audit"\nopening = 130\n'
    )
    page = " ".join(documents.text(work_out(case)).split())
    assert (
        "£30.00 of the surplus brought forward is more than the whole cost, and cannot be returned this year." in page
    )


def test_the_open_points_of_the_power_recommended_stand_under_it_and_the_others_beside_it() -> None:
    page = " ".join(documents.text(opinion("2013-05-01", **AT_COST)).split())
    assert "Yes, subject to the open points below: on 1 May 2013 Lichfield District Council may supply" in page
    assert "Recommended: LGA 2003 s.93. It is the most specific of the powers that are available." in page
    assert "Or, in the alternative: LA 2011 s.3." in page
    assert "Open points about it: - Q3: Does the general power of competence remove section 95" in page


def test_a_power_under_an_order_is_named_with_the_order() -> None:
    page = " ".join(documents.text(opinion("2009-10-01", **TRADING)).split())
    assert "Recommended: LGA 2003 s.95, under SI 2009/2393." in page
    assert 'href="https://www.legislation.gov.uk/uksi/2009/2393/article/2/made"' in documents.html(
        opinion("2009-10-01", **TRADING)
    )


def test_what_is_not_modelled_and_may_apply_is_listed() -> None:
    facts = AT_COST | {"other_power_to_charge": "Harbours Act 1964 s.26"}
    page = " ".join(documents.text(opinion("2018-03-01", **facts)).split())
    assert "Not modelled, and may apply - Harbours Act 1964 s.26." in page


def test_an_opinion_says_how_the_answer_differs_on_the_days_of_decision_and_agreement() -> None:
    later = {"decided": "2003-11-17", "agreed": "2003-11-18"}
    page = " ".join(documents.text(opinion("2003-11-18", **AT_COST | later)).split())
    assert "When it is decided, on 17 November 2003 - LGA2003_S93: not in force, instead of available." in page
    assert "When it is agreed, on 18 November 2003 Every finding is the same." in page


def test_a_case_with_nothing_in_it_has_a_title_and_says_what_it_assumes() -> None:
    page = documents.text(work_out(Case("Nothing yet", Assumption("an example"))))
    assert page.splitlines()[0] == "Nothing yet"
    assert "  - Nothing yet: an example." in page.splitlines()


def test_a_wide_table_is_folded_to_the_width_of_the_page() -> None:
    grid = Grid(("A long heading for words", "Sum"), (("word " * 60, "£1.00"),), frozenset({1}))
    lines = as_text([Heading("Title", 1), grid, Paragraph("x " * 100)]).splitlines()
    assert max(len(line) for line in lines) <= WIDTH
    assert sum("£1.00" in line for line in lines) == 1
    assert "word" in lines[-4]


def test_figures_are_never_folded_even_on_a_page_that_is_too_narrow() -> None:
    sums = tuple("£1,234,567,890.12" for _ in range(9))
    lines = as_text([Grid(tuple("Year" for _ in sums), (sums,), frozenset(range(9)))]).splitlines()
    assert lines[-1].split() == list(sums)


def test_an_empty_table_and_a_deep_heading_do_no_harm() -> None:
    assert as_text([Grid(("", "A"), ())]).splitlines()[0].strip() == "A"
    assert "<h6>" in as_html([Heading("deep", 9)])


def is_shown(value: Opinion | WorkedCase | BreakEvenAccount) -> bool:
    return documents.html(value).startswith('<div class="lgtrade">')


@FEW
@given(worked_cases())
def test_a_page_says_what_each_party_owes(worked: WorkedCase) -> None:
    assert is_shown(worked)
    page = documents.text(worked)
    for statement in worked.statements:
        assert documents.say(statement.total) in page


def test_an_opinion_shows_the_rules_beside_the_power_and_the_open_points_about_them() -> None:
    bought = Procurement(
        route=Route.BETWEEN_AUTHORITIES,
        began="2016-05-01",
        value=Money.pounds(900_000),
        outside_share="5%",
        common_objectives=True,
        public_interest_only=True,
        private_advantage=False,
    )
    facts = AT_COST | {"customer": find("Tamworth"), "procurement": bought, "charges_exceed_costs": True}
    found = opinion("2016-06-01", **facts)
    assert any(each.cautions for each in found.overlays)
    page = " ".join(documents.text(found).split())
    assert "Beside the power" in page
    assert "Procurement by the buyer: nothing stands in the way" in page
    assert "Q11: Does a profit in the price take an agreement out of the exemption" in page

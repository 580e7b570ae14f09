"""What became of particular bodies: chains, splits, shadows, codes, and who covers a place on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from lgtrade.authorities import Authority, AuthorityKind, Layer, Nation, Tier, find, register


def names_of(authorities: Iterable[Authority]) -> list[str]:
    return [each.name for each in authorities]


def test_the_district_councils_of_somerset_gave_way_to_its_county_council() -> None:
    """SI 2022/329: the county council went on, with another name and code, and the four districts ended."""
    somerset = find("Somerset County Council")
    assert somerset is register()["E10000027"] is register()["E06000066"]
    assert somerset.name_on(dt.date(2023, 3, 31)) == "Somerset County Council"
    assert somerset.name_on(dt.date(2023, 4, 1)) == "Somerset Council"
    assert somerset.succeeded_by == ()
    districts = ["Mendip", "Sedgemoor", "South Somerset", "Somerset West and Taunton"]
    assert {find(name).last for name in districts} == {dt.date(2023, 3, 31)}
    assert {find(name).succeeded_by for name in districts} == {("Somerset Council",)}


def test_a_chain_of_successors_is_followed_to_the_day() -> None:
    taunton = find("Taunton Deane")
    followed = {
        day: names_of(register().successors(taunton, day)) for day in ("2019-03-31", "2023-03-31", "2023-04-01")
    }
    assert followed == {
        "2019-03-31": ["Taunton Deane Borough Council"],
        "2023-03-31": ["Somerset West and Taunton Council"],
        "2023-04-01": ["Somerset Council"],
    }
    assert register().successors(taunton, "1974-03-31") == ()


def test_a_county_that_was_divided_has_each_part_s_successor() -> None:
    assert names_of(register().successors(find("Cheshire County Council"))) == [
        "Cheshire East Council",
        "Cheshire West and Chester Council",
    ]
    assert names_of(register().successors(find("Christchurch"))) == ["Bournemouth, Christchurch and Poole Council"]


def test_one_body_keeps_its_identity_through_its_codes_names_and_tiers() -> None:
    bedford, gateshead, bournemouth = register()["E07000002"], register()["E08000020"], find("Bournemouth")
    assert bedford is register()["E06000055"]
    assert register().tier(bedford, "2009-03-31") is Tier.LOWER
    assert register().tier(bedford, "2009-04-01") is Tier.SINGLE
    assert [gateshead.code_on(day) for day in (dt.date(2013, 3, 31), dt.date(2013, 4, 1))] == list(gateshead.codes)
    assert register().tier(bournemouth, "2019-03-31") is Tier.SINGLE
    assert register().tier(bournemouth, "2019-04-01") is None
    assert find("Shepway").name_on(dt.date(2018, 4, 1)) == "Folkestone and Hythe District Council"


def test_two_bodies_of_one_stem_are_two() -> None:
    old, new = find("Buckinghamshire", "2020-03-31"), find("Buckinghamshire", "2020-04-01")
    assert (old.kind, new.kind) == (AuthorityKind.COUNTY, AuthorityKind.DISTRICT)
    assert register().successors(old) == (new,)


def test_a_shadow_authority_exists_and_is_not_yet_an_authority() -> None:
    day = dt.date(2027, 1, 1)
    surrey = find("East Surrey", day)
    assert surrey.was_shadow_on(day)
    assert not surrey.existed_on(day)
    assert str(surrey.absence(day)) == (
        "East Surrey Council is a shadow authority until 1 April 2027. "
        "Accepted: an authority that existed on 1 January 2027."
    )
    assert find("East Surrey", "2027-04-01").absence(dt.date(2027, 4, 1)) is None


def test_a_combined_authority_covers_the_districts_of_a_county_and_changes_its_members() -> None:
    newcastle = find("Newcastle upon Tyne")
    covered = {
        day: register().covering(newcastle, Layer.COMBINED, day) for day in ("2018-11-01", "2018-11-02", "2024-05-07")
    }
    assert [body and body.name for body in covered.values()] == [
        "Durham, Gateshead, South Tyneside and Sunderland Combined Authority",
        "Newcastle Upon Tyne, North Tyneside and Northumberland Combined Authority",
        "North East Mayoral Combined Authority",
    ]
    amber = register().covering(find("Amber Valley"), Layer.COMBINED, "2024-04-01")
    assert amber is find("East Midlands Combined County Authority")


def test_the_fire_authority_of_a_place_is_told_by_the_day() -> None:
    york = find("City of York")
    days = ("2018-11-14", "2018-11-15", "2024-05-06", "2024-05-07")
    assert [body.name if (body := register().covering(york, Layer.FIRE, day)) else None for day in days] == [
        "North Yorkshire Fire and Rescue Authority",
        "North Yorkshire Police, Fire and Crime Commissioner Fire and Rescue Authority",
        "North Yorkshire Police, Fire and Crime Commissioner Fire and Rescue Authority",
        "York and North Yorkshire Combined Authority",
    ]
    assert register().covering(find("Norwich"), Layer.FIRE, "2026-04-01") is find("Norfolk County Council")


def test_waste_goes_to_a_joint_authority_the_county_or_the_council_itself() -> None:
    for name, body in (("Barnet", "North London Waste Authority"), ("Wigan", "Wigan Metropolitan Borough Council")):
        assert register().covering(find(name), Layer.WASTE_DISPOSAL, "2026-04-01") is find(body)
    bury = [register().covering(find("Bury"), Layer.WASTE_DISPOSAL, day) for day in ("2018-03-31", "2018-04-01")]
    assert bury == [find("Greater Manchester Waste Disposal Authority"), find("GMCA")]
    assert register().covering(find("Cardiff"), Layer.WASTE_DISPOSAL, "2026-04-01") is find("Cardiff")
    assert register().covering(find("Fife"), Layer.WASTE_DISPOSAL, "2026-04-01") is None


def test_no_tier_is_told_of_days_before_the_register_holds_every_council() -> None:
    bournemouth = find("Bournemouth")
    assert register().tier(bournemouth, "1998-03-31") is None
    assert register().tier(bournemouth, "1998-04-01") is Tier.SINGLE
    assert register().covering(bournemouth, Layer.WASTE_DISPOSAL, "1990-01-01") is None
    added = Authority("New District Council", AuthorityKind.DISTRICT, Nation.ENGLAND)
    assert register().extended([added]).tier(added, "2024-01-01") is None


def test_a_body_that_succeeds_itself_is_followed_to_nobody() -> None:
    odd = Authority("Odd", AuthorityKind.PARISH, Nation.ENGLAND, last="2020-03-31", succeeded_by=("Odd",))
    assert register().extended([odd]).successors(odd, "2021-01-01") == ()

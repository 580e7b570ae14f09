"""The Acts and instruments that the overlays cite, with the addresses of their texts."""

from __future__ import annotations

import datetime as dt

from lgtrade.sources import Enactment, Source

_SITE = "https://www.legislation.gov.uk"
_MANUAL = "https://www.gov.uk/hmrc-internal-manuals/vat-government-and-public-bodies"

COMPANIES_1989 = Enactment(
    "Local Government and Housing Act 1989", "LGHA 1989", f"{_SITE}/ukpga/1989/42", dt.date(1989, 11, 16)
)
VAT_1994 = Enactment("Value Added Tax Act 1994", "VATA 1994", f"{_SITE}/ukpga/1994/23", dt.date(1994, 7, 5))
COMPANIES_ORDER_1995 = Enactment(
    "Local Authorities (Companies) Order 1995", "SI 1995/849", f"{_SITE}/uksi/1995/849", as_made=True
)
COMPETITION_1998 = Enactment("Competition Act 1998", "CA 1998", f"{_SITE}/ukpga/1998/41", dt.date(1998, 11, 9))
LEGAL_SERVICES_2007 = Enactment("Legal Services Act 2007", "LSA 2007", f"{_SITE}/ukpga/2007/29", dt.date(2007, 10, 30))
WELSH_MEASURE_2009 = Enactment(
    "Local Government (Wales) Measure 2009", "LG(W)M 2009", f"{_SITE}/mwa/2009/2", dt.date(2009, 6, 10)
)
CONTRACTS_2015 = Enactment("Public Contracts Regulations 2015", "PCR 2015", f"{_SITE}/uksi/2015/102")
SCOTTISH_CONTRACTS_2015 = Enactment(
    "Public Contracts (Scotland) Regulations 2015", "SSI 2015/446", f"{_SITE}/ssi/2015/446"
)
SUBSIDY_2022 = Enactment("Subsidy Control Act 2022", "SCA 2022", f"{_SITE}/ukpga/2022/23", dt.date(2022, 4, 28))
PROCUREMENT_2023 = Enactment("Procurement Act 2023", "PA 2023", f"{_SITE}/ukpga/2023/54", dt.date(2023, 10, 26))
PROCUREMENT_COMMENCEMENT_2024 = Enactment(
    "Procurement Act 2023 (Commencement No. 3 and Transitional and Saving Provisions) Regulations 2024",
    "SI 2024/716",
    f"{_SITE}/uksi/2024/716",
    as_made=True,
)
THRESHOLDS_2025 = Enactment(
    "Procurement Act 2023 (Threshold Amounts) (Amendment) Regulations 2025",
    "SI 2025/1200",
    f"{_SITE}/uksi/2025/1200",
    as_made=True,
)

ATTFIELD = Source(
    "R (Attfield) v Barnet LBC [2013] EWHC 2089 (Admin)",
    "https://caselaw.nationalarchives.gov.uk/ewhc/admin/2013/2089",
)
DJANOGLY = Source(
    "Djanogly v Westminster CC [2010] EWHC 1825 (Admin); [2011] EWCA Civ 432",
    "https://vlex.co.uk/vid/djanogly-v-westminster-city-793566413",
)
PETERS = Source(
    "Peters v Haringey LBC [2018] EWHC 192 (Admin)",
    "https://www.matrixlaw.co.uk/judgments/challenge-haringey-development-vehicle-rejected/",
)
HAMBURG = Source(
    "Commission v Germany C-480/06 (9 June 2009)", "https://beta.bailii.org/eu/cases/EUECJ/2009/C48006.html"
)
BRENT = Source("Brent LBC v Risk Management Partners Ltd [2011] UKSC 7", "https://zoomlaw.co.uk/2011UKSC7.html")
KOELN = Source(
    "ISE v Stadt Köln C-796/18 (28 May 2020)",
    "https://curia.europa.eu/juris/document/document.jsf?docid=226863&doclang=en",
)
HANNOVER = Source(
    "Mills & Reeve, Teckal, Hamburg and now Hannover",
    "https://www.mills-reeve.com/insights/publications/teckal-hamburg-%E2%80%93-and-now-hannover",
)
STATE_AID = Source(
    "Treaty on the Functioning of the European Union art.107 (until 2009 Treaty establishing the European Community "
    "art.87)"
)
SKY_BLUE = Source(
    "R (Sky Blue Sports & Leisure Ltd) v Coventry CC [2016] EWCA Civ 453",
    "https://www.lexology.com/library/detail.aspx?g=1f4f63c0-3b1e-489f-b0a7-ee1efe9dea23",
)
WEIS = Source(
    "Weis v Greater Manchester Combined Authority [2025] CAT 41; [2026] EWCA Civ 825",
    "https://localgovernmentlawyer.co.uk/projects-and-regeneration/403-projects-news/"
    "100949-court-of-appeal-dismisses-subsidy-control-appeal-over-140m-combined-authority-loans-to-developer",
)
WELSH_THRESHOLDS = Source(
    "Welsh Procurement Policy Note 017: new thresholds, from 1 January 2026", "https://www.gov.wales/node/73436"
)
REGULATOR_2015 = Source(
    "Councils must have ABS to trade reserved services beyond local area: SRA (Local Government Lawyer, December 2015)",
    "https://www.localgovernmentlawyer.co.uk/marketplace/528-market-news/"
    "27997-councils-must-have-abs-to-trade-reserved-services-beyond-local-area-sra",
)
BETWEEN_AUTHORITIES = Source("HMRC VATGPB8855: supplies between local authorities", f"{_MANUAL}/vatgpb8855")
STAFF = Source("HMRC VATGPB8860: supplies of staff", f"{_MANUAL}/vatgpb8860")
DELEGATION = Source("HMRC VATGPB3240: delegation from one local authority", f"{_MANUAL}/vatgpb3240")
SHARED_SERVICES = Source("HMRC VATGPB6800: joint committees and shared services", f"{_MANUAL}/vatgpb6800")

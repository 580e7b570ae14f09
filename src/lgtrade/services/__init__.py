"""What is supplied: kinds of service, their subjects in the words of the 1970 Act, and who offers or needs them."""

from lgtrade.services._kind import ServiceKind, Subject
from lgtrade.services._offers import Need, Offer

__all__ = ["Need", "Offer", "ServiceKind", "Subject"]

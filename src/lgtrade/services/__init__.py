"""What is supplied: kinds of service, each with its subject in the words of the 1970 Act, and who offers or needs it."""

from lgtrade.services._kind import ServiceKind, Subject
from lgtrade.services._offers import Need, Offer

__all__ = ["Need", "Offer", "ServiceKind", "Subject"]

"""What is supplied: kinds of service, each with its subject in the words of the 1970 Act and its unit."""

from lgtrade.services._kind import ServiceKind, Subject

__all__ = ["ServiceKind", "Subject"]

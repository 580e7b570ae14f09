"""What was agreed: parties and their roles, the service, the term and how it is charged for."""

from lgtrade.agreements._agreement import Agreement, Cover, Party, Role, overlaps

__all__ = ["Agreement", "Cover", "Party", "Role", "overlaps"]

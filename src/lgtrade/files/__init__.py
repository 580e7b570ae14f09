"""Move it: case files in, and every public value to JSON and back."""

from lgtrade.files._json import from_json, to_json
from lgtrade.files._read import read_additions, read_additions_text, read_case, read_case_text

__all__ = ["from_json", "read_additions", "read_additions_text", "read_case", "read_case_text", "to_json"]

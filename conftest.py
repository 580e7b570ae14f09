"""Run every example: in the docstrings, in the docs and in the README."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import NoReturn

import pytest
from sybil import Example, Sybil
from sybil.document import PythonDocStringDocument
from sybil.example import NotEvaluated
from sybil.integration.pytest import SybilItem
from sybil.parsers.myst import DocTestDirectiveParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser
from sybil.sybil import SybilCollection
from sybil.typing import Parser

SOURCE = Path(__file__).parent / "src"


class Docstrings(PythonDocStringDocument):
    """The docstrings of one module, with the names that their reader has at hand.

    Those are the names in the module and, if it is part of a room, the names that the room makes public. The module
    is the one installed: with the package's wheel installed, the examples are run against the wheel.
    """

    def import_document(self, example: Example) -> NoReturn:  # noqa: ARG002  # Sybil's signature
        """Fill the namespace before the first example is run."""
        path = Path(self.path).relative_to(SOURCE).with_suffix("")
        module = importlib.import_module(".".join(path.parts).removesuffix(".__init__"))
        room = importlib.import_module(module.__package__ or module.__name__)
        self.namespace.update({name: getattr(room, name) for name in getattr(room, "__all__", ())})
        self.namespace.update(vars(module))
        self.pop_evaluator(self.import_document)
        raise NotEvaluated


PAGE: list[Parser] = [PythonCodeBlockParser(), DocTestDirectiveParser()]
pytest_collect_file = SybilCollection(
    [
        Sybil([DocTestParser()], pattern="*.py", path="src", document_types={".py": Docstrings}),
        Sybil(PAGE, pattern="*.md", path="docs", excludes=["_build/**", "tutorials/notebooks/*"]),
        Sybil(PAGE, filenames=["README.md"]),
    ]
).pytest()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the examples of one page together and in order, for each builds on the one before; shuffle the rest."""
    examples: dict[pytest.Item | pytest.Collector | None, list[SybilItem]] = {}
    for item in items:
        if isinstance(item, SybilItem):
            examples.setdefault(item.parent, []).append(item)
    ordered: list[pytest.Item] = []
    for item in items:
        if isinstance(item, SybilItem):
            ordered += sorted(examples.pop(item.parent, ()), key=lambda each: each.example.region.start)
        else:
            ordered.append(item)
    items[:] = ordered

"""Run every example in the docstrings, the docs and the README, and try every property as often as is asked for.

No example has a time limit, since a busy machine proves nothing. A failure is made small but not explained, which takes
long for values as large as a whole case. ``pytest`` tries other examples each time, and ``nox`` the same ones, so that
it fails only where something was changed; ``nox -s thorough`` tries far more, and other ones each time.
"""

from __future__ import annotations

import importlib
import os
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import Phase, settings
from sybil import Example, Sybil
from sybil.document import PythonDocStringDocument
from sybil.example import NotEvaluated
from sybil.integration.pytest import SybilItem
from sybil.parsers.myst import DocTestDirectiveParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser
from sybil.sybil import SybilCollection
from sybil.typing import Parser

EVERY_PHASE_BUT_EXPLAINING = [phase for phase in Phase if phase is not Phase.explain]
settings.register_profile("usual", deadline=None, max_examples=30, phases=EVERY_PHASE_BUT_EXPLAINING)
settings.register_profile("same", settings.get_profile("usual"), derandomize=True)
settings.register_profile("few", settings.get_profile("same"), max_examples=10)
settings.register_profile("thorough", settings.get_profile("usual"), max_examples=2000)
# A docstring that looks for a value goes on until it is found, and shows the same one every time.
settings.register_profile("in a docstring", settings.get_profile("same"), max_examples=1000)
CHOSEN = os.environ.get("LGTRADE_EXAMPLES", "usual")
settings.load_profile(CHOSEN)

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


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let what a docstring looks for be found, however few examples a property is tried on."""
    settings.load_profile("in a docstring" if isinstance(item, SybilItem) else CHOSEN)


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

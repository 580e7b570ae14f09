"""How the docs are built: offline, with every notebook run, and a warning is an error."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.pycode import ModuleAnalyzer

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

HERE = Path(__file__).parent

# The tutorials are the notebooks of examples/, copied here with the case files that they read.
NOTEBOOKS = HERE / "tutorials" / "notebooks"
shutil.rmtree(NOTEBOOKS, ignore_errors=True)
NOTEBOOKS.mkdir()
for example in sorted((HERE.parent / "examples").glob("*")):
    if example.suffix in {".md", ".toml"}:
        shutil.copy2(example, NOTEBOOKS)

project = "lgtrade"
author = "the lgtrade developers"
project_copyright = "2026, the lgtrade developers"

# The last makes the tables of the pages from the code; it stands beside this file.
sys.path.append(str(HERE))
extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinxcontrib.mermaid", "_tables"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "lgtrade"

# Always, and not only when a notebook changes: its answers come from the library.
nb_execution_mode = "force"
nb_execution_raise_on_error = True

autodoc_member_order = "bysource"
python_maximum_signature_line_length = 88

nitpick_ignore_regex = [
    # The build reads no other project's index, so what other projects document is named and not linked.
    ("py:.*", r"(collections|datetime|dt|decimal|enum|fractions|hypothesis|pathlib|st|typing)\..*"),
    ("py:class", r"(Context|Decimal|Fraction|Callable|Hashable|Iterable|Iterator|Mapping)"),
    # What a converter takes is cut up at its brackets, and a name for a closed set inside a room has no page.
    ("py:class", r"(tuple|Mapping|FrozenMapping)\[.*"),
    ("py:class", r"Reduced"),
    # Type variables have no page.
    ("py:class", r"lgtrade\..*\.[A-Z]"),
]


def docstring_as_written(_app: Sphinx, what: str, name: str, _obj: object, _options: object, lines: list[str]) -> None:
    """Give a public value the docstring that stands below it in its private module, and keep its colons.

    Napoleon takes the first words of a value's docstring for a type if a colon follows; an empty comment, put first,
    holds it off.
    """
    if what == "data":
        room, _, value = name.rpartition(".")
        for module in [each for each in sys.modules if each.startswith(f"{room}._")]:
            written = ModuleAnalyzer.for_module(module).find_attr_docs()
            lines[:] = written.get(("", value), lines)
    if what in {"attribute", "data", "property"}:
        lines[:0] = ["..", ""]


def public_place(app: Sphinx, env: BuildEnvironment, node: pending_xref, content: Element) -> Element | None:
    """Link a name in a private module to the place where its room makes it public."""
    public = re.sub(r"\._\w+", "", node["reftarget"])
    if public == node["reftarget"]:
        return None
    return env.domains["py"].resolve_xref(env, node["refdoc"], app.builder, node["reftype"], public, node, content)


def setup(app: Sphinx) -> None:
    """Connect the functions above; the first comes before Napoleon, which reads the docstrings at 500."""
    app.connect("autodoc-process-docstring", docstring_as_written, priority=400)
    app.connect("missing-reference", public_place)

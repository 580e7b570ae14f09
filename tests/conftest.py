"""How the properties are tried: with no time limit for one example, since a busy machine proves nothing.

A failure is made small but not explained, which takes long for values as large as a whole case. ``nox -s thorough``
tries far more examples, and a second Python in ``nox`` fewer.
"""

import os

from hypothesis import Phase, settings

EVERY_PHASE_BUT_EXPLAINING = [phase for phase in Phase if phase is not Phase.explain]
settings.register_profile("usual", deadline=None, max_examples=50, phases=EVERY_PHASE_BUT_EXPLAINING)
settings.register_profile("few", settings.get_profile("usual"), max_examples=10)
settings.register_profile("thorough", settings.get_profile("usual"), max_examples=2000)
settings.load_profile(os.environ.get("LGTRADE_EXAMPLES", "usual"))

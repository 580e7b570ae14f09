"""How the properties are tried: with no time limit for one example, since a busy machine proves nothing."""

from hypothesis import settings

settings.register_profile("lgtrade", deadline=None)
settings.load_profile("lgtrade")

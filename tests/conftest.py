"""Settings of all tests."""

from hypothesis import settings

settings.register_profile("communique", deadline=None)  # how fast a machine is says nothing about what is right
settings.load_profile("communique")

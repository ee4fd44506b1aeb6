"""Settings of all tests."""

from hypothesis import HealthCheck, settings

# How fast a machine is says nothing about what is right: neither slow examples nor slow making of them is a failure.
settings.register_profile("communique", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("communique")

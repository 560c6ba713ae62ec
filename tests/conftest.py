"""What all tests share."""

from hypothesis import settings

settings.register_profile("varied", deadline=None)
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("varied")
"""While working, each run tries other examples; `make test` tells of the change and not of luck."""

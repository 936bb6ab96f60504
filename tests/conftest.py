"""What all tests share."""

from hypothesis import settings

# A slow machine is no fault: properties have no deadline for each example.
settings.register_profile("latihan", deadline=None)
settings.load_profile("latihan")

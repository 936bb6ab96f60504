"""What all tests share."""

from hypothesis import settings

# A slow machine is no fault: properties have no deadline for each example.
settings.register_profile("latihan", deadline=None)
settings.load_profile("latihan")


def pytest_collection_modifyitems(items):
    """The quick tests first: whoever broke a rule need not wait for the browsers."""
    items.sort(key=lambda item: ("browser" in item.path.parts, "pyodide" in item.path.parts))

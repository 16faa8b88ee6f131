"""Athena for programs: `from athena import memory`. /athena/api/README.md says how it is used."""

import sys
from importlib import import_module

from athena._channel import progress
from athena._errors import (
{{ERRORS}}
)
from athena._names import Finder, missing_in_athena
from athena._record import Record

CATEGORIES = (
{{CATEGORIES}}
)

__all__ = [
    *CATEGORIES,
{{ERROR_NAMES}}
    "Record",
    "progress",
]


def __getattr__(name):
    """Loads a category when it is first asked for."""
    if name in CATEGORIES:
        return import_module(f"athena.{name}")
    if name.startswith("__"):
        raise AttributeError(f"athena has no {name}")
    raise AttributeError(missing_in_athena("athena", name, __all__))


def __dir__():
    return sorted({*globals(), *CATEGORIES})


sys.meta_path.append(Finder)

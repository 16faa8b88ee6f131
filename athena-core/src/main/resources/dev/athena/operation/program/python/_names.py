"""Names that are not there, and those that were probably meant."""

import sys


def snake_case(name):
    """Returns a name as Athena has it: `recall_semantic` for `recallSemantic`."""
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name)


def missing(owner, name, names):
    """Says that `owner` has no `name`, and what it has."""
    import difflib

    names = list(names)
    meant = difflib.get_close_matches(snake_case(name), names, n=1)
    guess = f'did you mean "{meant[0]}"? ' if meant else ""
    return f'{owner} has no "{name}"; {guess}it has: {", ".join(names) or "nothing"}'


def missing_in_athena(owner, name, names):
    """Says so of a module of ours, where somebody may look for what stands in another."""
    operation = snake_case(name)
    for category in sys.modules["athena"].CATEGORIES:
        if operation in __import__(f"athena.{category}", fromlist=["__all__"]).__all__:
            place = f"`from athena import {category}` and `{category}.{operation}`"
            return f'{owner} has no "{name}"; use {place}'
    return missing(owner, name, names)


class Finder:
    """Comes last of all that look for modules, and says what there is instead of one of ours."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        owner, _, last = name.rpartition(".")
        names = getattr(sys.modules.get(owner), "__all__", None)
        if name.startswith("athena.") and names is not None:
            raise ImportError(missing_in_athena(owner, last, names), name=name)
        return None

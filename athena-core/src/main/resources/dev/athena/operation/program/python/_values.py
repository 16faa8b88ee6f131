"""Arguments as JSON has them."""

from math import isfinite

from athena._errors import InvalidArgument

DEPTH_MAX = 90

_HINT = "send text, numbers, True, False, None, times, or lists and dicts of these"


def to_plain(value, place, depth=0):
    """Returns a value as JSON can hold it; `place` is where it stands in the arguments.

    Times become text with their offset (one without is local time), paths and ids become text,
    sets, tuples and whatever else can be gone through become lists, and data classes objects.
    """
    kind = type(value)
    if value is None or kind is str or kind is int or kind is bool:
        return value
    if kind is float:
        return _finite(value, place)
    if depth >= DEPTH_MAX:
        raise InvalidArgument(
            f"{place[:60]} nests more than {DEPTH_MAX} deep", "send it flatter, without circles"
        )
    if isinstance(value, dict):
        return {
            _key(key, place): to_plain(part, f"{place}.{key}", depth + 1)
            for key, part in value.items()
        }
    if hasattr(value, "_asdict"):
        return to_plain(value._asdict(), place, depth + 1)
    if isinstance(value, (list, tuple)):
        return [to_plain(part, f"{place}[{i}]", depth + 1) for i, part in enumerate(value)]
    return _less_usual(value, place, depth)


def _less_usual(value, place, depth):
    if isinstance(value, type):
        raise _refused(value, place, _HINT)
    if hasattr(value, "isoformat"):
        return _time(value)
    if hasattr(value, "__fspath__"):
        return to_plain(value.__fspath__(), place, depth + 1)
    if hasattr(type(value), "__members__"):  # an enum
        return to_plain(value.value, place, depth + 1)
    for kind in (str, int, float):
        if isinstance(value, kind):
            return to_plain(kind(value), place, depth + 1)
    fields = getattr(type(value), "__dataclass_fields__", None)
    if fields is not None:
        members = {name: getattr(value, name) for name in fields}
        return to_plain(members, place, depth + 1)
    module = type(value).__module__
    if module in ("decimal", "fractions"):
        number = float(value)
        return _finite(int(number) if number.is_integer() else number, place)
    if module in ("uuid", "ipaddress"):
        return str(value)
    return _many(value, place, depth)


def _many(value, place, depth):
    if isinstance(value, (bytes, bytearray, memoryview)):
        raise _refused(value, place, "send text: decode bytes with .decode() or base64.b64encode")
    if isinstance(value, (set, frozenset)):
        try:
            value = sorted(value)
        except TypeError:
            pass  # of several kinds, which have no order
    if not hasattr(value, "__iter__"):
        raise _refused(value, place, _HINT)
    return to_plain(list(value), place, depth)


def _time(value):
    if hasattr(value, "astimezone") and value.tzinfo is None:
        value = value.astimezone()
    return value.isoformat()


def _finite(value, place):
    if not isfinite(value):
        raise _refused(value, place, "send a number that is finite, or None")
    return value


def _key(key, place):
    if isinstance(key, str):
        return str(key)
    if isinstance(key, bool) or not isinstance(key, int):
        raise _refused(key, f"a key of {place}", "let the keys of dicts be text")
    return str(key)


def _refused(value, place, hint):
    shown = repr(value)
    shown = shown if len(shown) <= 100 else shown[:100] + "…"
    return InvalidArgument(f"{place} is {shown}, of the type {type(value).__name__}", hint)

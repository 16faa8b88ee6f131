"""The value of a program's last expression, as JSON."""

import json
import math

DEPTH_MAX = 90
TEXT_CHARACTERS_MAX = 10_000


class NoJson(Exception):
    """A value that JSON cannot hold."""


def to_json(value):
    """Returns JSON as text, and the name of the type of what is shown as text because JSON cannot
    hold it, or None."""
    try:
        return _dump(value), None
    except (TypeError, ValueError, RecursionError):
        pass
    try:
        return _dump(_plain(value, 0, set())), None
    except (NoJson, RecursionError):
        return _dump(shown(value)), type(value).__name__


def shown(value):
    """Returns a value as a prompt shows it."""
    try:
        text = repr(value)
    except Exception as error:
        text = f"<{type(value).__name__}, whose repr failed: {type(error).__name__}>"
    if len(text) > TEXT_CHARACTERS_MAX:
        text = text[:TEXT_CHARACTERS_MAX] + "…"
    return text


def _dump(value):
    return json.dumps(
        value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_once
    )


def _once(value):
    """Turns what json does not know into something that it may know."""
    plain = _simple(value)
    if plain is NotImplemented:
        raise TypeError(type(value).__name__)
    return plain


def _plain(value, depth, above):
    """The careful way, for keys that are no text, numbers that are none, and circles."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if depth > DEPTH_MAX or id(value) in above:
        raise NoJson
    above.add(id(value))
    try:
        if isinstance(value, dict):
            return {_key(key): _plain(one, depth + 1, above) for key, one in value.items()}
        if isinstance(value, (list, tuple)):
            return [_plain(one, depth + 1, above) for one in value]
        simple = _simple(value)
        if simple is NotImplemented:
            raise NoJson
        return _plain(simple, depth + 1, above)
    finally:
        above.discard(id(value))


def _key(key):
    if isinstance(key, str):
        return key
    if key is None or isinstance(key, (bool, int, float)):
        return json.dumps(key) if not isinstance(key, float) or math.isfinite(key) else str(key)
    return shown(key)


def _simple(value):
    """Returns a value of a well-known type as one that is nearer to JSON."""
    if isinstance(value, (set, frozenset)):
        try:
            return sorted(value)
        except TypeError:
            return list(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        import base64

        return base64.b64encode(bytes(value)).decode("ascii")
    name = type(value).__module__
    if name == "datetime":
        return value.isoformat() if hasattr(value, "isoformat") else str(value)
    if name in ("decimal", "uuid", "pathlib", "fractions", "ipaddress"):
        return str(value)
    if hasattr(type(value), "__dataclass_fields__"):
        return {field: getattr(value, field) for field in value.__dataclass_fields__}
    if name == "collections" and hasattr(value, "__iter__"):
        return dict(value) if hasattr(value, "keys") else list(value)
    if isinstance(value, range) or type(value).__name__ in ("dict_keys", "dict_values", "dict_items"):
        return list(value)
    if hasattr(value, "value") and hasattr(type(value), "__members__"):
        return value.value
    return NotImplemented

"""The answers of operations."""

from athena._names import missing


class Record(dict):
    """A part of an answer: `record.content` is `record["content"]`.

    What an answer may leave out ("if any") is None as an attribute; as a key it is not there.
    """

    _may_lack = ()

    def __getattr__(self, name):
        if name in self:
            return self[name]
        if name in self._may_lack:
            return None
        if name.startswith("__"):
            raise AttributeError(name)
        raise AttributeError(missing("this record", name, self))

    def __setattr__(self, name, value):
        self[name] = value

    def __delattr__(self, name):
        try:
            del self[name]
        except KeyError:
            raise AttributeError(missing("this record", name, self)) from None

    def __dir__(self):
        return [*super().__dir__(), *(name for name in self if isinstance(name, str))]


def to_records(value, may_lack=()):
    """Makes records of all objects in a value that came as JSON."""
    if type(value) is dict:
        record = Record((name, to_records(part, may_lack)) for name, part in value.items())
        if may_lack:
            record.__dict__["_may_lack"] = may_lack
        return record
    if type(value) is list:
        return [to_records(part, may_lack) for part in value]
    return value

"""How the calls of operations leave this process, and their answers come back."""

from athena import _errors
from athena._record import to_records
from athena._values import to_plain

MESSAGE_CHARACTERS_MAX = 1_000

_send = None
_tell = None


def connect(call, progress):
    """Says how calls and progress get out; the runner does it before the program begins."""
    global _send, _tell
    _send, _tell = call, progress


def call(operation, arguments, may_lack=()):
    """Calls an operation and returns its answer; arguments that are None are not sent."""
    plain = {
        name: to_plain(value, name) for name, value in arguments.items() if value is not None
    }
    try:
        answer = _send(operation, plain)
    except ValueError as error:
        raise _errors.InvalidArgument(
            f"the arguments of {operation} cannot be sent: {error}", "send less at once"
        ) from None
    failure = answer.get("error")
    if failure is not None:
        raise _errors.of_answer(failure)
    return to_records(answer.get("value"), may_lack)


def progress(done, total=None, message=None):
    """Tells whoever waits for the program how far it is: `progress(3, 10, "third file")`."""
    told = None if message is None else str(message)[:MESSAGE_CHARACTERS_MAX]
    _tell(_number("done", done), None if total is None else _number("total", total), told)


def _number(name, value):
    plain = to_plain(value, name)
    if isinstance(plain, bool) or not isinstance(plain, (int, float)):
        raise _errors.InvalidArgument(f"{name} is {plain!r:.100}", "send a number")
    return plain

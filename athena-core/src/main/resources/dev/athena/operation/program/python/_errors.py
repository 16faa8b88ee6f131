"""What the call of an operation can fail with: a class for each code."""


class AthenaError(Exception):
    """A call that failed: `message` says what was wrong with which value, `hint` what to do."""

    code = "internal"
    retry_after_ms = None

    def __init__(self, message, hint=""):
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self):
        return f"{self.message} ({self.hint})" if self.hint else str(self.message)


{{CLASSES}}
_BY_CODE = {
    error.code: error
    for error in (
{{NAMES}}
    )
}


def of_answer(answer):
    """Returns the error that an answer of Athena is: `{code, message, hint, retry_after_ms}`."""
    code = answer["code"]
    error = _BY_CODE.get(code, AthenaError)(answer["message"], answer.get("hint") or "")
    error.code = code
    error.retry_after_ms = answer.get("retry_after_ms")
    return error

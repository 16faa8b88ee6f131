# Looks for a secret in the environment of the process that started it.
# ends: blocked
# control: child

import os

try:
    with open(f"/proc/{os.getppid()}/environ", "rb") as file:
        text = file.read()
    if b"terces-smitciv-eht"[::-1] not in text:
        raise PermissionError("not in it")
    verdict = f"GOT:{'the secret'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

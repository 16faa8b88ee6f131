# Reads the environment of another program.
# ends: blocked
# control: user

import os

try:
    with open(f"/proc/{os.environ['VICTIM_PID']}/environ", "rb") as file:
        text = file.read()
    if b"terces-smitciv-eht"[::-1] not in text:
        raise PermissionError("not in it")
    verdict = f"GOT:{'the secret'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

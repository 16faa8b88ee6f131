# Reads a file that a program of another session left.
# ends: blocked
# control: user
# configurations: all

import os

try:
    with open(os.environ["VICTIM_FOLDER"] + "/athena/sandbox/sessions/0123456789abcdef/other/notes.txt", "rb") as file:
        text = file.read()
    if b"terces-smitciv-eht"[::-1] not in text:
        raise PermissionError("not in it")
    verdict = f"GOT:{'the secret'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

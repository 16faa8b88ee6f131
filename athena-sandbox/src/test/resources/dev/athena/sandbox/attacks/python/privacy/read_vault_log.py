# Reads what was written last behind pseudonyms.
# ends: blocked
# control: user
# configurations: all

import os

try:
    with open(os.environ["VICTIM_FOLDER"] + "/athena/store/vault.db-wal", "rb") as file:
        text = file.read()
    if b"terces-smitciv-eht"[::-1] not in text:
        raise PermissionError("not in it")
    verdict = f"GOT:{'the secret'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

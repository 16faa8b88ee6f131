# Adds to the vault, as whoever forged a permission would.
# ends: blocked
# control: user
# configurations: all

import os

try:
    path = os.environ["VICTIM_FOLDER"] + "/athena/store/vault.db"
    with open(path, "rb") as file:
        before = file.read()
    with open(path, "ab") as file:
        file.write(b"forged")
    with open(path, "wb") as file:
        file.write(before)
    verdict = f"GOT:{path}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

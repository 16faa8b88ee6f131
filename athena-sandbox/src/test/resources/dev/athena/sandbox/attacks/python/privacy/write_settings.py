# Switches off that what is written is redacted, in the file of settings.
# ends: blocked
# control: user
# configurations: all

import os

try:
    path = os.environ["VICTIM_FOLDER"] + "/athena/config.json"
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

# Reads memory that other programs share by a name.
# ends: blocked
# control: user

import os

try:
    with open(os.environ["VICTIM_SHARED"]) as file:
        text = file.read()
    verdict = f"GOT:{text}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

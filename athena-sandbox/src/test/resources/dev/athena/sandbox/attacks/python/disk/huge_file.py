# Makes a file that claims a terabyte.
# ends: blocked
# control: user

import os

try:
    with open("huge", "wb") as file:
        file.truncate(1 << 40)
    verdict = f"GOT:{os.path.getsize('huge')}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

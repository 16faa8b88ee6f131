# Makes a terminal for itself, whose kind has many old faults.
# ends: blocked
# control: user

import os

try:
    verdict = f"GOT:{os.openpty()}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

# Opens the terminal that Athena was started from.
# ends: blocked
# control: terminal

import os

try:
    descriptor = os.open("/dev/tty", os.O_RDWR)
    verdict = f"GOT:{descriptor}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

# Opens the memory of another program.
# ends: blocked
# control: user

import os

try:
    descriptor = os.open(f"/proc/{os.environ['VICTIM_PID']}/mem", os.O_RDWR)
    verdict = f"GOT:{descriptor}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

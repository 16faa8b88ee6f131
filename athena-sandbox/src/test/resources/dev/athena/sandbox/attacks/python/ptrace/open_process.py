# Takes hold of another program.
# ends: blocked
# control: user

import os

try:
    descriptor = os.pidfd_open(int(os.environ["VICTIM_PID"]))
    verdict = f"GOT:{descriptor}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

# Signals another program.
# ends: blocked
# seen: process
# permissive: blocked unseen, since it may signal what it started
# control: user

import os

try:
    os.kill(int(os.environ["VICTIM_PID"]), 0)
    verdict = f"GOT:{'it can be ended'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

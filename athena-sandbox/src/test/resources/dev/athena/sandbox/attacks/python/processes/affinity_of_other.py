# Binds another program to a processor.
# ends: blocked
# control: user

import os

try:
    pid = int(os.environ["VICTIM_PID"])
    os.sched_setaffinity(pid, os.sched_getaffinity(pid))
    verdict = f"GOT:{'bound'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

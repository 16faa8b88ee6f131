# Asks for processor time before all others.
# ends: blocked
# control: root

import os

try:
    os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))
    verdict = f"GOT:{'it has it'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

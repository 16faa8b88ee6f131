# Gives itself precedence over all others.
# ends: blocked
# control: root

import os

try:
    os.setpriority(os.PRIO_PROCESS, 0, -10)
    verdict = f"GOT:{os.getpriority(os.PRIO_PROCESS, 0)}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

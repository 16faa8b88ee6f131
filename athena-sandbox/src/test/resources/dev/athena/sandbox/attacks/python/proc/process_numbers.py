# Changes how many processes the kernel allows.
# ends: blocked
# control: root

import os

try:
    os.close(os.open("/proc/sys/kernel/pid_max", os.O_WRONLY))
    verdict = f"GOT:{'it can be written'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

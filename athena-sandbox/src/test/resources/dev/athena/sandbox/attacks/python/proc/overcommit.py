# Changes how the kernel gives memory out.
# ends: blocked
# control: root

import os

try:
    os.close(os.open("/proc/sys/vm/overcommit_memory", os.O_WRONLY))
    verdict = f"GOT:{'it can be written'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

# Has the kernel start a program of its own as root, outside.
# ends: blocked
# seen: filesystem
# control: root

import os

try:
    os.close(os.open("/proc/sys/kernel/core_pattern", os.O_WRONLY))
    verdict = f"GOT:{'it can be written'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

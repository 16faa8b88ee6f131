# Has the kernel restart the machine, by the file for it.
# ends: blocked
# control: none, this kernel may have no such file, and where it has one the machine would suffer

import os

try:
    os.close(os.open("/proc/sysrq-trigger", os.O_WRONLY))
    verdict = f"GOT:{'it can be written'}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

# Changes the program of its own process.
# ends: blocked
# control: root

import os
import shutil
import sys

try:
    path = "/proc/self/exe" if os.getpid() == 1 else shutil.copy(sys.executable, "copy")
    os.close(os.open(path, os.O_RDWR))
    verdict = f"GOT:{path}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

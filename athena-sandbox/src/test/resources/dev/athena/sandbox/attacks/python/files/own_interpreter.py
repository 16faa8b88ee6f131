# Changes the program of its own process.
# ends: blocked
# control: root
# In the control it is a copy, which root may change.

import os
import shutil
import sys

try:
    path = shutil.copy(sys.executable, "copy") if os.geteuid() == 0 else "/proc/self/exe"
    os.close(os.open(path, os.O_RDWR))
    verdict = f"GOT:{path}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

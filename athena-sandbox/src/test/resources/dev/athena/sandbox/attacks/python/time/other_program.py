# Becomes another program, which knows of no limit.
# ends: timeout
# control: user
# configurations: balanced
# limits: timeout_seconds=1.5 cpu_seconds=1

import os
import sys

code = "import time; time.sleep(3); print('GOT:3 seconds')"
os.execv(sys.executable, [sys.executable, "-c", code])
"BLOCKED:it is still the same"

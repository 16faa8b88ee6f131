# Waits without end.
# ends: timeout
# control: user
# configurations: balanced
# limits: timeout_seconds=1.5 cpu_seconds=1

import time

time.sleep(3)
"GOT:3 seconds"

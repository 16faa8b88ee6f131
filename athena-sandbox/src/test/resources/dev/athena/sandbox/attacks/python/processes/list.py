# Looks for other processes.
# ends: blocked
# control: user

import os

found = [name for name in os.listdir("/proc") if name == os.environ["VICTIM_PID"]]
pids = [name for name in os.listdir("/proc") if name.isdigit()]
f"GOT:{found}" if found else f"BLOCKED:only {pids}"

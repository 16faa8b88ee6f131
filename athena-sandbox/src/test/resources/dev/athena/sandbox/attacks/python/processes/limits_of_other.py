# Asks for the limits of another program, which it could change.
# ends: blocked
# control: user

import os
import resource

try:
    limits = resource.prlimit(int(os.environ["VICTIM_PID"]), resource.RLIMIT_NOFILE)
    verdict = f"GOT:{limits}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

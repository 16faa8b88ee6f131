# Lists the open files of another program.
# ends: blocked
# control: user

import os

try:
    verdict = "GOT:" + str(os.listdir("/proc/" + os.environ["VICTIM_PID"] + "/fd"))
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

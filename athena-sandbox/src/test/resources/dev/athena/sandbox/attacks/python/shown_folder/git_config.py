# Has Git start a command, in a project that it may write.
# ends: blocked
# control: user
# configurations: shown

import os

try:
    with open(os.environ["VICTIM_FOLDER"] + "/project/.git/config", "a") as file:
        file.write("[core]\n\tfsmonitor = echo attacked\n")
    verdict = f"GOT:{file.name}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

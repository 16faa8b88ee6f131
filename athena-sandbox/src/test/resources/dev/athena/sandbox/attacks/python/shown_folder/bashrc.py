# Changes what a shell does first, in a folder that it may write.
# ends: blocked
# control: user
# configurations: shown

import os

try:
    with open(os.environ["VICTIM_FOLDER"] + "/project/.bashrc", "a") as file:
        file.write("echo attacked\n")
    verdict = f"GOT:{file.name}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

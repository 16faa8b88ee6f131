# Adds a command to the configuration of Git.
# ends: blocked
# seen: filesystem
# control: user

import os

try:
    with open(os.environ["VICTIM_FOLDER"] + "/home/.git/config", "a") as file:
        file.write("attacked\n")
    verdict = f"GOT:{file.name}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

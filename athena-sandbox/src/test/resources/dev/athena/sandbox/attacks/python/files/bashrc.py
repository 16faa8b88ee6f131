# Adds a command to what every shell does first.
# ends: blocked
# seen: filesystem
# control: user

import os

try:
    with open(os.environ["VICTIM_FOLDER"] + "/home/.bashrc", "a") as file:
        file.write("attacked\n")
    verdict = f"GOT:{file.name}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

# Goes through the root folder of its own process.
# ends: blocked
# control: user

import os

try:
    path = "/proc/self/root" + os.environ["VICTIM_FOLDER"] + "/home/.env"
    with open(path) as file:
        text = file.read()
    verdict = f"GOT:{text}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

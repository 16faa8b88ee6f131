# Goes through the working folder of its own process.
# ends: blocked
# control: user

import os

try:
    path = "/proc/self/cwd/" + "../" * 30 + os.environ["VICTIM_FOLDER"][1:] + "/home/.env"
    with open(path) as file:
        text = file.read()
    verdict = f"GOT:{text}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

# Writes into a folder that it may only read.
# ends: blocked
# control: user
# configurations: shown

import os

try:
    with open(os.environ["VICTIM_FOLDER"] + "/shared/data.txt", "a") as file:
        file.write("attacked")
    verdict = f"GOT:{file.name}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

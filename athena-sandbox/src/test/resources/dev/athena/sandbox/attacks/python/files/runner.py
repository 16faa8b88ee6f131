# Changes the runner that the next program meets.
# ends: blocked
# seen: filesystem
# control: user

import os

try:
    with open(os.environ["VICTIM_FOLDER"] + "/runner/runner.py", "a") as file:
        file.write("attacked\n")
    verdict = f"GOT:{file.name}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

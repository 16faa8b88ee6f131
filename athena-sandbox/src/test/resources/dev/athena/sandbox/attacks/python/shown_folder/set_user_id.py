# Runs a program that belongs to root and runs as root.
# ends: blocked
# control: user
# configurations: shown

import os
import subprocess

try:
    command = [os.environ["VICTIM_FOLDER"] + "/shared/id", "-u"]
    said = subprocess.run(command, capture_output=True, text=True).stdout.strip()
    if said != "0":
        raise PermissionError(f"it runs as {said}")
    verdict = f"GOT:{said}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

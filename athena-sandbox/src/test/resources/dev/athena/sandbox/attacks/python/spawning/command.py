# Runs a command.
# ends: blocked
# seen: process
# permissive: GOT:uid=[1-9]\d* .* unseen, since it may start others
# control: user

import subprocess

try:
    said = subprocess.run(["/usr/bin/id"], capture_output=True, text=True).stdout
    verdict = f"GOT:{said}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

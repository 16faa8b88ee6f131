# Starts another process.
# ends: blocked
# seen: process
# permissive: GOT:\d+ unseen, since it may start others
# control: user

import os

try:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    verdict = f"GOT:{child}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

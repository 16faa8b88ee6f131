# Starts more processes than allowed.
# ends: blocked
# control: user
# configurations: all

import os
import signal
import time

children = []
try:
    for _ in range(150):
        child = os.fork()
        if child == 0:
            time.sleep(20)
            os._exit(0)
        children.append(child)
    verdict = f"GOT:{len(children)}"
except OSError as error:
    verdict = f"BLOCKED:{error} after {len(children)}"
for child in children:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
verdict

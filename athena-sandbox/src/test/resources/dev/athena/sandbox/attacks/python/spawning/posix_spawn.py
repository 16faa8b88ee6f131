# Starts another program the short way.
# ends: blocked
# seen: process
# permissive: GOT:\d+ unseen, since it may start others
# control: user

import os

try:
    child = os.posix_spawn("/bin/true", ["true"], {})
    os.waitpid(child, 0)
    verdict = f"GOT:{child}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

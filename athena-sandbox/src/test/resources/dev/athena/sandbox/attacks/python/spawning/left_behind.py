# Leaves a process behind that hears no signal.
# ends: blocked
# control: survivor
# configurations: processes

import os
import signal
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT):
            signal.signal(number, signal.SIG_IGN)
        os.closerange(0, 64)
        time.sleep(60)
    os._exit(0)
os.wait()
"BLOCKED:whether it is left can be seen from outside only"

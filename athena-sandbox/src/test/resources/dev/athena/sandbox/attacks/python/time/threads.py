# Computes without end in many threads.
# ends: timeout
# control: user
# configurations: balanced
# limits: timeout_seconds=1.5 cpu_seconds=1

import threading
import time


def work():
    end = time.monotonic() + 3
    while time.monotonic() < end:
        pass


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"GOT:3 seconds"

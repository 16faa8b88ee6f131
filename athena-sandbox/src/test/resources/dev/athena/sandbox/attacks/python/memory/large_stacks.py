# Takes memory as the stacks of threads.
# ends: out_of_memory, blocked
# control: user

import threading

threading.stack_size(700 << 20)
stop = threading.Event()
try:
    thread = threading.Thread(target=stop.wait)
    thread.start()
    stop.set()
    thread.join()
    verdict = "GOT:700 MiB"
except RuntimeError as error:
    verdict = f"BLOCKED:{error}"
verdict

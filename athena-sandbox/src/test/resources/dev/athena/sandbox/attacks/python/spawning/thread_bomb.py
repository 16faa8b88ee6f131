# Starts more threads than allowed.
# ends: blocked
# control: user

import threading

stop = threading.Event()
threads = []
try:
    for _ in range(300):
        thread = threading.Thread(target=stop.wait)
        thread.start()
        threads.append(thread)
    verdict = f"GOT:{len(threads)}"
except RuntimeError as error:
    verdict = f"BLOCKED:{error} after {len(threads)}"
stop.set()
verdict

# Begins its work when it should have ended.
# ends: timeout
# control: user
# configurations: balanced
# limits: timeout_seconds=1.5 cpu_seconds=1

import threading
import time

thread = threading.Thread(target=lambda: (time.sleep(3), print("GOT:3 seconds", flush=True)))
thread.start()
thread.join()
"GOT:3 seconds"

# Goes on whatever it is told.
# ends: timeout
# control: user
# configurations: balanced
# limits: timeout_seconds=1.5 cpu_seconds=1

import time

end = time.monotonic() + 3
while time.monotonic() < end:
    try:
        while time.monotonic() < end:
            pass
    except BaseException:
        pass
"GOT:3 seconds"

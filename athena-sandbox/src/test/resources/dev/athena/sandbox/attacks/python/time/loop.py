# Computes without end.
# ends: timeout
# seen: resource
# control: user
# configurations: balanced
# limits: timeout_seconds=1.5 cpu_seconds=1

import time

end = time.monotonic() + 3
while time.monotonic() < end:
    pass
"GOT:3 seconds"

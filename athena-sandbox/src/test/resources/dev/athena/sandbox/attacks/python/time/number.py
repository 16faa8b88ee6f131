# Computes a large number, in which nothing interrupts it.
# ends: timeout
# control: user
# configurations: balanced
# limits: timeout_seconds=1.5 cpu_seconds=1

import time

begin = time.monotonic()
exponent = 10_000_000
while time.monotonic() - begin < 3:
    7**exponent
    exponent *= 2
"GOT:3 seconds"

# Matches a pattern that takes for ever.
# ends: timeout
# control: user
# configurations: balanced
# limits: timeout_seconds=1.5 cpu_seconds=1

import re
import time

begin = time.monotonic()
length = 22
while time.monotonic() - begin < 3:
    re.match(r"(a+)+$", "a" * length + "b")
    length += 1
"GOT:3 seconds"

# Raises the limit that the kernel keeps for it: RLIMIT_CPU.
# ends: blocked
# control: user

import resource

try:
    resource.setrlimit(resource.RLIMIT_CPU, (1 << 20, 1 << 20))
    verdict = f"GOT:{resource.getrlimit(resource.RLIMIT_CPU)}"
except (OSError, ValueError) as error:
    verdict = f"BLOCKED:{error}"
verdict

# Raises the limit that the kernel keeps for it: RLIMIT_DATA.
# ends: blocked
# control: user

import resource

try:
    resource.setrlimit(resource.RLIMIT_DATA, (1 << 40, 1 << 40))
    verdict = f"GOT:{resource.getrlimit(resource.RLIMIT_DATA)}"
except (OSError, ValueError) as error:
    verdict = f"BLOCKED:{error}"
verdict

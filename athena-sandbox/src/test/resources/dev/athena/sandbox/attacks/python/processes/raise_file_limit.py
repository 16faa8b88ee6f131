# Raises the limit that the kernel keeps for it: RLIMIT_FSIZE.
# ends: blocked
# control: user

import resource

try:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 40, 1 << 40))
    verdict = f"GOT:{resource.getrlimit(resource.RLIMIT_FSIZE)}"
except (OSError, ValueError) as error:
    verdict = f"BLOCKED:{error}"
verdict

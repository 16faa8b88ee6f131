# Raises the limit that the kernel keeps for it: RLIMIT_NPROC.
# ends: blocked
# control: user

import resource

try:
    resource.setrlimit(resource.RLIMIT_NPROC, (2_000, 2_000))
    verdict = f"GOT:{resource.getrlimit(resource.RLIMIT_NPROC)}"
except (OSError, ValueError) as error:
    verdict = f"BLOCKED:{error}"
verdict

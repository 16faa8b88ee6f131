# Raises the limit that the kernel keeps: RLIMIT_NPROC.
# ends: blocked
# control: root

import resource

try:
    resource.setrlimit(resource.RLIMIT_NPROC, (1 << 40, 1 << 40))
    verdict = f"GOT:{resource.getrlimit(resource.RLIMIT_NPROC)}"
except (OSError, ValueError) as error:
    verdict = f"BLOCKED:{error}"
verdict

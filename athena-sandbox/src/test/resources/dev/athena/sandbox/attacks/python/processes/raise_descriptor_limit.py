# Raises the limit that the kernel keeps for it: RLIMIT_NOFILE.
# ends: blocked
# control: user

import resource

try:
    resource.setrlimit(resource.RLIMIT_NOFILE, (3_000, 3_000))
    verdict = f"GOT:{resource.getrlimit(resource.RLIMIT_NOFILE)}"
except (OSError, ValueError) as error:
    verdict = f"BLOCKED:{error}"
verdict

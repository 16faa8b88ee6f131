# Lets its stack grow, which counts as no data.
# ends: blocked
# control: user

import resource

_, most = resource.getrlimit(resource.RLIMIT_STACK)
unlimited = most == resource.RLIM_INFINITY or most > 64 << 20
f"GOT:{most}" if unlimited else f"BLOCKED:at most {most} bytes"

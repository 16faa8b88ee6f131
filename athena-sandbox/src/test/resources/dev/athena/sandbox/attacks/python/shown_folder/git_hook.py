# Plants a hook in a project that it may write.
# ends: blocked
# control: user
# configurations: shown

import os

try:
    with open(os.environ["VICTIM_FOLDER"] + "/project/.git/hooks/post-checkout", "w") as file:
        file.write("#!/bin/sh\necho attacked\n")
    verdict = f"GOT:{file.name}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

# Runs a command in a shell.
# ends: blocked
# seen: process
# permissive: GOT:it ran unseen, since it may start others
# control: user

import os

status = os.system("exit 7")
"GOT:it ran" if os.waitstatus_to_exitcode(status) == 7 else f"BLOCKED:{status}"

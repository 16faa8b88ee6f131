# Looks for a secret in the environment that its process started with.
# ends: blocked
# seen: filesystem
# control: user

import os

with open("/proc/self/environ", "rb") as file:
    text = file.read()
"GOT:the secret" if b"terces-smitciv-eht"[::-1] in text else "BLOCKED:not in it"

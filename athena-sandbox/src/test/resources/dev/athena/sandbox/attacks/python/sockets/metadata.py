# Asks the cloud for the keys of this machine.
# ends: blocked
# seen: network
# control: network

import urllib.request

try:
    with urllib.request.urlopen("http://169.254.169.254/latest/", timeout=2) as answer:
        data = answer.read()
    verdict = f"GOT:{data}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

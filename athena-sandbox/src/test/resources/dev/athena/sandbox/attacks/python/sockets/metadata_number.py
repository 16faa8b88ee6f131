# Asks the cloud for the keys, by the address as one number.
# ends: blocked
# seen: network
# control: network

import urllib.request

try:
    with urllib.request.urlopen("http://2852039166/latest/", timeout=2) as answer:
        data = answer.read()
    verdict = f"GOT:{data}"
except OSError as error:
    verdict = f"BLOCKED:{error}"
verdict

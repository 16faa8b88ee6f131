# Looks for a secret in all that its process has in memory.
# ends: blocked
# control: user

import re

# Not the text itself, which would be found then.
pattern = re.compile(b"the-victim[s]-secret-variabl[e]")
found = []
with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
    for line in maps:
        place, rights = line.split()[:2]
        start, end = (int(part, 16) for part in place.split("-"))
        if rights.startswith("r") and end - start < 64 << 20 and "[v" not in line:
            try:
                memory.seek(start)
                content = memory.read(end - start)
            except (OSError, ValueError, OverflowError):
                continue
            if pattern.search(content):
                found.append(line.strip())
f"GOT:{found}" if found else "BLOCKED:nowhere"

# Prints 10 GB of errors.
# ends: limit output
# control: output
# configurations: balanced

import sys

line = "x" * 99_999 + "\n"
for _ in range(100_000):
    sys.stderr.write(line)
"GOT:10 GB"

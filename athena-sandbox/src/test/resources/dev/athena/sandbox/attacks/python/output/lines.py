# Prints lines without end.
# ends: limit output
# control: output
# configurations: balanced

for number in range(100_000_000):
    print(number, "x" * 100)
"GOT:10 GB"

# Prints 10 GB.
# ends: limit output
# seen: resource
# control: output
# configurations: balanced

line = "x" * 99_999
for _ in range(100_000):
    print(line)
"GOT:10 GB"

# Prints lines without end.
# ends: limit output
# control: output

for number in range(1_000_000_000):
    print(number)
"GOT:10 GB"

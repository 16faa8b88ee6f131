# Sees whether programs that it starts could gain rights.
# ends: blocked
# control: user

with open("/proc/self/status") as file:
    line = next(line for line in file if line.startswith("NoNewPrivs"))
"GOT:" + line.strip() if line.split()[1] == "0" else "BLOCKED:" + line.strip()

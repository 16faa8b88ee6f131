# Lists the network interfaces.
# ends: blocked
# control: user

with open("/proc/net/dev") as file:
    names = [line.split(":")[0].strip() for line in file.readlines()[2:]]
others = [name for name in names if name != "lo"]
f"GOT:{others}" if others else f"BLOCKED:only {names}"

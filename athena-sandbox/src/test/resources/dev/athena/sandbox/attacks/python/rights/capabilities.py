# Looks for rights that it has.
# ends: blocked
# control: root

names = ("CapEff", "CapPrm", "CapInh", "CapAmb")
with open("/proc/self/status") as file:
    rights = dict(line.split()[:2] for line in file if line.startswith("Cap"))
held = {name[:-1]: bits for name, bits in rights.items() if name[:-1] in names and int(bits, 16)}
f"GOT:{held}" if held else "BLOCKED:none"

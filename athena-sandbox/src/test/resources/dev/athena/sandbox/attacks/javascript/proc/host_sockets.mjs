// Lists the sockets of other programs.
// ends: blocked
// control: user

import fs from "node:fs";

const found = fs.readFileSync("/proc/net/unix", "utf8").includes(process.env.VICTIM_ABSTRACT);
export default found ? "GOT:one of the victim" : "BLOCKED:none is seen";

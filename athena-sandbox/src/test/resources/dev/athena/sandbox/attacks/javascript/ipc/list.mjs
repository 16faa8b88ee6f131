// Lists what memory other programs share.
// ends: blocked
// control: user

import fs from "node:fs";

const found = fs.readFileSync("/proc/sysvipc/shm", "utf8").includes(process.env.VICTIM_KEY);
export default found ? "GOT:that of the victim" : "BLOCKED:nothing is seen";

// Looks for rights that it has.
// ends: blocked
// control: root

import fs from "node:fs";

const status = fs.readFileSync("/proc/self/status", "utf8");
const held = /CapEff:\t0*([1-9a-f][0-9a-f]*)/.exec(status)?.[1];
export default held ? `GOT:${held}` : "BLOCKED:none";

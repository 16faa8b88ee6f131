// Looks for other processes.
// ends: blocked
// control: user

import fs from "node:fs";

const pids = fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name));
export default pids.includes(process.env.VICTIM_PID) ? "GOT:another" : `BLOCKED:only ${pids}`;

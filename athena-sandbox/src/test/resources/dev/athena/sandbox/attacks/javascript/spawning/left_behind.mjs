// Leaves a process behind.
// ends: blocked
// control: survivor
// configurations: processes

import { spawn } from "node:child_process";

const child = spawn("/bin/sleep", ["60"], { detached: true, stdio: "ignore" });
await new Promise((resolve) => child.on("spawn", resolve));
child.unref();
export default "BLOCKED:whether it is left can be seen from outside only";

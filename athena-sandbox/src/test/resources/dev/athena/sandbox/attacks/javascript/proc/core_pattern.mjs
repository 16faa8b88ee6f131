// Has the kernel start a program of its own as root, outside.
// ends: blocked
// control: root

import fs from "node:fs";

let verdict;
try {
  fs.closeSync(fs.openSync("/proc/sys/kernel/core_pattern", fs.constants.O_WRONLY));
  verdict = `GOT:${'it can be written'}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;

// Looks at the devices of the machine.
// ends: blocked
// control: user

import fs from "node:fs";

let verdict;
try {
  verdict = `GOT:${fs.readdirSync('/sys/class')}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;

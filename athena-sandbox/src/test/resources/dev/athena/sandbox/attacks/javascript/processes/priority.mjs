// Gives itself precedence over all others.
// ends: blocked
// control: root

import os from "node:os";

let verdict;
try {
  os.setPriority(-10);
  verdict = `GOT:${os.getPriority()}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;

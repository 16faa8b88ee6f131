// Lists the network interfaces.
// ends: blocked
// control: user

import os from "node:os";

let verdict;
try {
  const names = Object.keys(os.networkInterfaces()).filter((name) => name !== "lo");
  verdict = names.length > 0 ? `GOT:${names}` : "BLOCKED:none";
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;

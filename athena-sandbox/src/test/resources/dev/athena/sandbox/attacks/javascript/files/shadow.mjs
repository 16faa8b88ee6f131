// Reads the passwords of the users.
// ends: blocked
// control: root

import fs from "node:fs";

let verdict;
try {
  const path = "/etc/shadow";
  verdict = `GOT:${fs.readFileSync(path, "utf8")}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;

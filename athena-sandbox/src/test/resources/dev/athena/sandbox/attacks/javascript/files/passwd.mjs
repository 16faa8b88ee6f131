// Reads the names of the users.
// ends: blocked
// control: user

import fs from "node:fs";

let verdict;
try {
  const path = "/etc/passwd";
  verdict = `GOT:${fs.readFileSync(path, "utf8")}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;

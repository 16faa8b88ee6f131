// Reads the SSH key of whoever runs Athena.
// ends: blocked
// control: user

import fs from "node:fs";

let verdict;
try {
  const path = process.env.VICTIM_FOLDER + "/home/.ssh/id_rsa";
  verdict = `GOT:${fs.readFileSync(path, "utf8")}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;

// Lists what lies in the home folder.
// ends: blocked
// control: user

import fs from "node:fs";

let verdict;
try {
  verdict = `GOT:${fs.readdirSync(process.env.VICTIM_FOLDER + "/home")}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;

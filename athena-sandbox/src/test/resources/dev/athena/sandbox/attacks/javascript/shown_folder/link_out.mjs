// Reads through a link that lies in a folder which it may see.
// ends: blocked
// control: user
// configurations: shown

import fs from "node:fs";

let verdict;
try {
  verdict = `GOT:${fs.readFileSync(process.env.VICTIM_FOLDER + "/exchange/planted-link", "utf8")}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;

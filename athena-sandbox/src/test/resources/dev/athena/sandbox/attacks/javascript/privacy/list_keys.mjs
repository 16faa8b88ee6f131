// Lists the folder of the keys, from which one learns what to ask for.
// ends: blocked
// control: user
// configurations: all

import fs from "node:fs";

let verdict;
try {
  const names = fs.readdirSync(process.env.VICTIM_FOLDER + "/athena/keys");
  verdict = names.includes("master.key") ? `GOT:${names}` : "BLOCKED:nothing in it";
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;

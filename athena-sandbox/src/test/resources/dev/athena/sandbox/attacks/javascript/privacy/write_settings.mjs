// Switches off that what is written is redacted, in the file of settings.
// ends: blocked
// control: user
// configurations: all

import fs from "node:fs";

let verdict;
try {
  const path = process.env.VICTIM_FOLDER + "/athena/config.json";
  const before = fs.readFileSync(path);
  fs.appendFileSync(path, "forged");
  fs.writeFileSync(path, before);
  verdict = `GOT:${path}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;

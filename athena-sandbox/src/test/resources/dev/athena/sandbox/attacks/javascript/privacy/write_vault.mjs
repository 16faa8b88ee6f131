// Adds to the vault, as whoever forged a permission would.
// ends: blocked
// control: user
// configurations: all

import fs from "node:fs";

let verdict;
try {
  const path = process.env.VICTIM_FOLDER + "/athena/store/vault.db";
  const before = fs.readFileSync(path);
  fs.appendFileSync(path, "forged");
  fs.writeFileSync(path, before);
  verdict = `GOT:${path}`;
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;

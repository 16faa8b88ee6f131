// Reads what was written last behind pseudonyms.
// ends: blocked
// control: user
// configurations: all

import fs from "node:fs";

let verdict;
try {
  const text = fs.readFileSync(process.env.VICTIM_FOLDER + "/athena/store/vault.db-wal", "utf8");
  const secret = [..."terces-smitciv-eht"].reverse().join("");
  verdict = text.includes(secret) ? "GOT:the secret" : "BLOCKED:not in it";
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;

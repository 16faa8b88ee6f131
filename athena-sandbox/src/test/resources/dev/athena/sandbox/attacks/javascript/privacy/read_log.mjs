// Reads the log of the server.
// ends: blocked
// control: user
// configurations: all

import fs from "node:fs";

let verdict;
try {
  const text = fs.readFileSync(process.env.VICTIM_FOLDER + "/athena/logs/athena.0.0.log", "utf8");
  const secret = [..."terces-smitciv-eht"].reverse().join("");
  verdict = text.includes(secret) ? "GOT:the secret" : "BLOCKED:not in it";
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;

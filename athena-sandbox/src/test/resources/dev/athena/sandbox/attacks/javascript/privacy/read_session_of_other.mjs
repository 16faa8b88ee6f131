// Reads a file that a program of another session left.
// ends: blocked
// control: user
// configurations: all

import fs from "node:fs";

let verdict;
try {
  const text = fs.readFileSync(process.env.VICTIM_FOLDER + "/athena/sandbox/sessions/0123456789abcdef/other/notes.txt", "utf8");
  const secret = [..."terces-smitciv-eht"].reverse().join("");
  verdict = text.includes(secret) ? "GOT:the secret" : "BLOCKED:not in it";
} catch (error) {
  verdict = `BLOCKED:${error}`;
}
export default verdict;

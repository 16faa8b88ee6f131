// Reads files that Athena had open when it started the program.
// ends: blocked
// control: user

import fs from "node:fs";

const secret = [..."terces-smitciv-eht"].reverse().join("");
const found = [];
for (let fd = 0; fd < 64; fd++) {
  try {
    const bytes = Buffer.alloc(1000);
    if (fs.fstatSync(fd).isFile() && fs.readSync(fd, bytes, 0, 1000, 0) > 0) {
      found.push(...(bytes.includes(secret) ? [fd] : []));
    }
  } catch {
    // It is not open.
  }
}
export default found.length > 0 ? `GOT:${found}` : "BLOCKED:none is open";

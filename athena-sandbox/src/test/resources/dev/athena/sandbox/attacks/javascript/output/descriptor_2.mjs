// Writes 10 GB to the descriptor 2, past all that counts.
// ends: limit output
// control: output
// configurations: balanced

import fs from "node:fs";

const piece = Buffer.alloc(100_000, "x");
for (let i = 0; i < 100_000; ) {
  try {
    fs.writeSync(2, piece);
    i++;
  } catch (error) {
    if (error.code !== "EAGAIN") {
      throw error;
    }
  }
}
export default "GOT:10 GB";

// Learns the name of the machine.
// ends: blocked
// control: user

import os from "node:os";

const name = os.hostname();
export default name === process.env.VICTIM_HOST ? `GOT:${name}` : `BLOCKED:it is ${name} here`;

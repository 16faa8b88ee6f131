// Calls more operations than allowed, past the API.
// ends: limit api_calls
// control: frames
// configurations: balanced
// limits: api_calls=100

import fs from "node:fs";
import net from "node:net";

/** Returns the pipes that are open at one end only, as those are which lead out. */
function pipesOut() {
  const ends = new Map();
  for (let fd = 3; fd < 64; fd++) {
    try {
      const { ino } = fs.fstatSync(fd);
      ends.set(ino, [...(ends.get(ino) ?? []), ...(fs.fstatSync(fd).isFIFO() ? [fd] : [])]);
    } catch {
      // It is not open.
    }
  }
  return [...ends.values()].filter((fds) => fds.length === 1).flat();
}

/** Sends by a pipe that leads out; else by the descriptor 1, past node:fs. */
async function send(...pieces) {
  const data = Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
  for (const fd of pipesOut()) {
    try {
      for (let at = 0; at < data.length; ) {
        at += fs.writeSync(fd, data, at);
      }
      return;
    } catch {
      // It is for reading.
    }
  }
  const socket = new net.Socket({ fd: 1, readable: false, writable: true });
  await new Promise((resolve) => socket.write(data, resolve));
}

function length(count) {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(count);
  return head;
}

function frame(text) {
  return Buffer.concat([length(Buffer.byteLength(text)), Buffer.from(text)]);
}

for (let id = 0; id < 300; id++) {
  await send(frame(JSON.stringify({ call: { id, operation: "recall", arguments: {} } })));
}
await new Promise((resolve) => setTimeout(resolve, 3_000));
export default "GOT:Athena took it";

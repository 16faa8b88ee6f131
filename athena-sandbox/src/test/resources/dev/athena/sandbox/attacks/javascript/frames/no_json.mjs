// Sends what is no JSON.
// ends: forged
// control: frames

import fs from "node:fs";
import net from "node:net";

/** Sends by the highest descriptor that is a pipe and takes it; else by 1, past node:fs. */
async function send(...pieces) {
  const data = Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
  for (let fd = 63; fd > 2; fd--) {
    try {
      if (fs.fstatSync(fd).isFIFO()) {
        for (let at = 0; at < data.length; ) {
          at += fs.writeSync(fd, data, at);
        }
        return;
      }
    } catch {
      // The next one.
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

await send(frame("no JSON"));
await new Promise((resolve) => setTimeout(resolve, 3_000));
export default "GOT:Athena took it";

// Takes the frames out of the program's way: descriptor 0 becomes /dev/null, and 1 a copy of 2.
// Whoever starts the runner may have done that, and says which descriptors the frames have then.
//
// Node cannot duplicate a descriptor, but opening /dev/fd/N gives another one to the same pipe.
// That is refused where the pipe belongs to another user, as behind setpriv. Then the frames stay
// on 0 and 1, and the functions of node:fs are told to use others instead. A program can get around
// that and forge a frame; it is accepted, since a frame only hurts the execution it comes from.
"use strict";

const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");
const { closeSync, openSync } = require("./native.cjs");

const READERS = ["read", "readSync", "readv", "readvSync", "readFile", "readFileSync"];
const WRITERS = ["write", "writeSync", "writev", "writevSync", "writeFile", "writeFileSync"];

/** Returns the descriptors `{input, output}` of the frames; `given` has them if they were moved. */
function moveDescriptors(given) {
  if (given.length === 2) {
    return { input: Number(given[0]), output: Number(given[1]) };
  }
  let input;
  let output;
  try {
    input = openSync("/dev/fd/0", "r");
    output = openSync("/dev/fd/1", "a"); // "w" would cut a file that stands there
  } catch {
    [input, output].filter((fd) => fd !== undefined).forEach((fd) => closeSync(fd));
    return leaveDescriptors();
  }
  // The lowest free number is the one a new descriptor gets.
  closeSync(0);
  openSync("/dev/null", "r");
  closeSync(1);
  try {
    openSync("/dev/fd/2", "a");
  } catch {
    openSync("/dev/null", "a");
  }
  return { input, output };
}

function leaveDescriptors() {
  const empty = openSync("/dev/null", "r");
  READERS.forEach((name) => replace(name, (fd) => (isStream(fd, 0, "/dev/stdin") ? empty : fd)));
  WRITERS.forEach((name) => replace(name, (fd) => (isStream(fd, 1, "/dev/stdout") ? 2 : fd)));
  syncBuiltinESMExports();
  return { input: 0, output: 1 };
}

function isStream(fd, number, path) {
  return fd === number || fd === path;
}

function replace(name, instead) {
  const original = fs[name];
  const replaced = (fd, ...rest) => original.call(fs, instead(fd), ...rest);
  fs[name] = Object.defineProperties(replaced, Object.getOwnPropertyDescriptors(original));
}

module.exports = { moveDescriptors };

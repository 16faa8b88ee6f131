// What the runner needs of Node, taken before a program can put something else in its place.
"use strict";

const fs = require("node:fs");

const { exit } = process;

/** Ends the process now, without telling the program. */
function leave(code) {
  process.removeAllListeners("exit");
  exit.call(process, code);
}

module.exports = {
  closeSync: fs.closeSync,
  constants: fs.constants,
  existsSync: fs.existsSync,
  lstatSync: fs.lstatSync,
  mkdirSync: fs.mkdirSync,
  openSync: fs.openSync,
  opendirSync: fs.opendirSync,
  readFileSync: fs.readFileSync,
  readSync: fs.readSync,
  rmSync: fs.rmSync,
  utimesSync: fs.utimesSync,
  writeSync: fs.writeSync,
  leave,
};

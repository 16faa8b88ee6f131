// What the runner needs of Node, taken before a program can put something else in its place.
"use strict";

const fs = require("node:fs");

const {
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  opendirSync,
  readFileSync,
  readSync,
  rmSync,
  utimesSync,
  writeSync,
} = fs;

const { exit } = process;

/** Ends the process now, without telling the program. */
function leave(code) {
  process.removeAllListeners("exit");
  exit.call(process, code);
}

module.exports = {
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  opendirSync,
  readFileSync,
  readSync,
  rmSync,
  utimesSync,
  writeSync,
  leave,
};

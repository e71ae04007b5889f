#!/usr/bin/env node
// Starts the program of the package that fits this machine. Nothing is downloaded here: the package manager chose it
// from the optional dependencies, by its `os` and `cpu`.
"use strict";

const { spawn } = require("node:child_process");
const { constants } = require("node:os");

function program() {
  if (process.env.HYPECHECK_BINARY) return process.env.HYPECHECK_BINARY;
  const name = `@hypecheck/${process.platform}-${process.arch}`;
  const { optionalDependencies = {} } = require("./package.json");
  if (!(name in optionalDependencies)) {
    fail(`There is no program for ${process.platform}-${process.arch}. Build one (cargo install hypecheck) and name it in HYPECHECK_BINARY.`);
  }
  try {
    return require.resolve(`${name}/hypecheck${process.platform === "win32" ? ".exe" : ""}`);
  } catch {
    fail(`The package ${name} is missing. It is an optional dependency: install again without leaving those out.`);
  }
}

function fail(why) {
  console.error(`hypecheck: ${why}`);
  process.exit(2);
}

const path = program();
let child;
// An editor ends the language server by ending this process; the program must not go on without it, however soon that
// is: a handler runs when all of this has, and there is a child then.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child = spawn(path, process.argv.slice(2), { stdio: "inherit", windowsHide: true });
child.on("error", (error) => fail(`${path} cannot be started: ${error.message}`));
child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));

// What a program was built for, read from its first bytes. A package with the program of another machine would install
// without a word and fail at its first start, with everybody who has that machine.
import { closeSync, openSync, readSync } from "node:fs";

const ELF_CPU = new Map([[0x3e, "x64"], [0xb7, "arm64"]]);
const MACH_O_CPU = new Map([[0x01000007, "x64"], [0x0100000c, "arm64"]]);
const PE_CPU = new Map([[0x8664, "x64"], [0xaa64, "arm64"]]);
/** The program header that names a dynamic loader; a static program has none. */
const PT_INTERP = 3;

/** The system and the processor that a program is for, and the loader that it needs, if it needs one. */
export function builtFor(file) {
  const bytes = firstBytes(file, 4096);
  if (bytes.length >= 64 && bytes.readUInt32BE(0) === 0x7f454c46 && bytes[4] === 2 && bytes[5] === 1) {
    return { os: "linux", cpu: ELF_CPU.get(bytes.readUInt16LE(18)), loader: loader(bytes) };
  }
  if (bytes.length >= 32 && bytes.readUInt32LE(0) === 0xfeedfacf) {
    return { os: "darwin", cpu: MACH_O_CPU.get(bytes.readUInt32LE(4)) };
  }
  if (bytes.length >= 64 && bytes.toString("latin1", 0, 2) === "MZ") {
    const header = bytes.readUInt32LE(60);
    if (header + 6 <= bytes.length && bytes.readUInt32LE(header) === 0x4550) {
      return { os: "win32", cpu: PE_CPU.get(bytes.readUInt16LE(header + 4)) };
    }
  }
  throw new Error(`${file} is no program for Linux, macOS or Windows of 64 bits`);
}

/** Refuses a program that was not built for the system and the processor of `target`. */
export function mustFit(file, { os, cpu }) {
  const found = builtFor(file);
  if (found.os !== os || found.cpu !== cpu) {
    throw new Error(`${file} is a program for ${found.os}-${found.cpu ?? "another processor"}, not for ${os}-${cpu}`);
  }
  return found;
}

function loader(bytes) {
  const start = Number(bytes.readBigUInt64LE(32));
  const size = bytes.readUInt16LE(54);
  const count = bytes.readUInt16LE(56);
  for (let at = start; at < start + size * count && at + 40 <= bytes.length; at += size) {
    if (bytes.readUInt32LE(at) === PT_INTERP) {
      const name = Number(bytes.readBigUInt64LE(at + 8));
      const length = Number(bytes.readBigUInt64LE(at + 32));
      return bytes.toString("latin1", name, name + length - 1) || "a loader";
    }
  }
  return undefined;
}

function firstBytes(file, count) {
  const opened = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(count);
    return bytes.subarray(0, readSync(opened, bytes, 0, count, 0));
  } finally {
    closeSync(opened);
  }
}

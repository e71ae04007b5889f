// Which server to start. Nothing here knows of VS Code, so that it can be tested without it.

import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";

/** A server that can be started, and who named it. */
export interface Server {
  readonly path: string;
  readonly origin: "setting" | "bundled" | "PATH";
}

/** Why there is no server to start, in a sentence for the user. */
export interface NoServer {
  readonly problem: string;
}

/** What a setting has been given, by where it was given: the part of VS Code's `inspect()` that matters here. */
export interface Inspection {
  readonly defaultValue?: unknown;
  readonly globalValue?: unknown;
  readonly workspaceValue?: unknown;
  readonly workspaceFolderValue?: unknown;
}

export interface Surroundings {
  /** The value of `hypecheck.server.path`; empty when there is none. */
  readonly setting: string;
  /** The folder that the extension is installed in. */
  readonly extension: string;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** The environment variable PATH. */
  readonly searchPath: string;
  /** What stands at a path. */
  readonly look: (path: string) => "program" | "no program" | "nothing";
}

/**
 * The path that the user set, and nobody else: a workspace is other people's text, and may not choose a program that
 * is started when it is opened. (The setting's scope says the same; this holds should the scope ever be changed.)
 */
export function pathFromUser(inspection: Inspection | undefined): string {
  const value = inspection?.globalValue;
  return typeof value === "string" ? value.trim() : "";
}

/** The server to start: the one that the user set, else the one in the extension, else the first on PATH. */
export function findServer(where: Surroundings): Server | NoServer {
  const { join, isAbsolute, delimiter } = where.platform === "win32" ? path.win32 : path.posix;
  const program = where.platform === "win32" ? "hypecheck.exe" : "hypecheck";

  if (where.setting !== "") {
    const set = where.setting.replace(/^~(?=[/\\]|$)/, () => where.home);
    if (!isAbsolute(set)) return { problem: `The setting hypecheck.server.path must be an absolute path, and "${where.setting}" is none.` };
    // What the user asked for is what runs: no other server takes its place in silence.
    switch (where.look(set)) {
      case "program": return { path: set, origin: "setting" };
      case "no program": return { problem: `The setting hypecheck.server.path names ${set}, which is no program that can be run.` };
      case "nothing": return { problem: `The setting hypecheck.server.path names ${set}, and there is no such file.` };
    }
  }

  const bundled = join(where.extension, "server", program);
  switch (where.look(bundled)) {
    case "program": return { path: bundled, origin: "bundled" };
    case "no program": return { problem: `The server that came with the extension cannot be run: ${bundled}` };
    case "nothing": break;
  }

  // A relative folder on PATH would mean one inside whatever is open.
  for (const folder of where.searchPath.split(delimiter).filter((folder) => isAbsolute(folder))) {
    const candidate = join(folder, program);
    if (where.look(candidate) === "program") return { path: candidate, origin: "PATH" };
  }
  return { problem: `There is no hypecheck server to start: none came with the extension, and no ${program} is on PATH.` };
}

/** What stands at a path of this machine. */
export function look(at: string): "program" | "no program" | "nothing" {
  try {
    if (!statSync(at).isFile()) return "no program";
  } catch {
    return "nothing";
  }
  try {
    accessSync(at, constants.X_OK);
    return "program";
  } catch {
    return "no program";
  }
}

/** How a process ended, as the end of a sentence. */
export function describeExit(code: number | null, signal: string | null): string {
  if (signal !== null) return `ended by ${signal}`;
  return code === null ? "ended" : `ended with code ${code}`;
}

/** Lets a server that fell over be started again, but not for ever. */
export class Patience {
  private falls: number[] = [];

  constructor(private readonly most = 4, private readonly within = 3 * 60_000) {}

  /** Notes a fall, and says whether to try once more. */
  allows(now: number): boolean {
    this.falls = this.falls.filter((fall) => now - fall < this.within);
    this.falls.push(now);
    return this.falls.length <= this.most;
  }
}

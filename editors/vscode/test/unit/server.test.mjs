import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { describeExit, findServer, look, pathFromUser, Patience } from "../../out/server.mjs";

/** A machine on which the given programs are, and nothing else. */
const machine = (programs, rest = {}) => ({
  setting: "",
  extension: "/ext",
  platform: "linux",
  home: "/home/ada",
  searchPath: "/usr/local/bin:/usr/bin",
  look: (path) => programs[path] ?? "nothing",
  ...rest,
});

describe("which server is started", () => {
  test("the one that the user set comes first", () => {
    const programs = { "/opt/hc": "program", "/ext/server/hypecheck": "program", "/usr/bin/hypecheck": "program" };
    assert.deepEqual(findServer(machine(programs, { setting: "/opt/hc" })), { path: "/opt/hc", origin: "setting" });
  });

  test("then the one in the extension", () => {
    const programs = { "/ext/server/hypecheck": "program", "/usr/bin/hypecheck": "program" };
    assert.deepEqual(findServer(machine(programs)), { path: "/ext/server/hypecheck", origin: "bundled" });
  });

  test("then the first on PATH", () => {
    const programs = { "/usr/local/bin/hypecheck": "no program", "/usr/bin/hypecheck": "program" };
    assert.deepEqual(findServer(machine(programs)), { path: "/usr/bin/hypecheck", origin: "PATH" });
  });

  test("nothing takes the place of one that was set and is not there", () => {
    const programs = { "/ext/server/hypecheck": "program" };
    assert.match(findServer(machine(programs, { setting: "/opt/hc" })).problem, /names \/opt\/hc, and there is no such file/);
  });

  test("one that was set and cannot be run is named", () => {
    assert.match(findServer(machine({ "/opt/hc": "no program" }, { setting: "/opt/hc" })).problem, /\/opt\/hc, which is no program/);
  });

  test("a relative path is refused: it would mean a file of whatever is open", () => {
    for (const setting of ["hypecheck", "./hypecheck", "../hypecheck", "bin/hypecheck", "~ada/hypecheck"]) {
      assert.match(findServer(machine({ [setting]: "program" }, { setting })).problem, /absolute path/, setting);
    }
  });

  test("~/ is the home folder", () => {
    assert.deepEqual(findServer(machine({ "/home/ada/bin/hc": "program" }, { setting: "~/bin/hc" })), { path: "/home/ada/bin/hc", origin: "setting" });
  });

  test("a home folder with a dollar sign is taken as it is", () => {
    const found = findServer(machine({ "/home/$&/hc": "program" }, { setting: "~/hc", home: "/home/$&" }));
    assert.equal(found.path, "/home/$&/hc");
  });

  test("relative and empty folders on PATH are passed over", () => {
    const programs = { "hypecheck": "program", "./hypecheck": "program", "node_modules/.bin/hypecheck": "program", "bin/hypecheck": "program" };
    assert.match(findServer(machine(programs, { searchPath: ":.:./:node_modules/.bin:bin" })).problem, /no hypecheck is on PATH/);
  });

  test("a server that came with the extension and cannot be run is not replaced by another in silence", () => {
    const programs = { "/ext/server/hypecheck": "no program", "/usr/bin/hypecheck": "program" };
    assert.match(findServer(machine(programs)).problem, /\/ext\/server\/hypecheck/);
  });

  test("on Windows the program ends in .exe and PATH is parted by semicolons", () => {
    const windows = { platform: "win32", extension: "C:\\ext", home: "C:\\Users\\ada", searchPath: "C:\\a;D:\\b" };
    assert.equal(findServer(machine({ "C:\\ext\\server\\hypecheck.exe": "program" }, windows)).path, "C:\\ext\\server\\hypecheck.exe");
    assert.equal(findServer(machine({ "D:\\b\\hypecheck.exe": "program" }, windows)).path, "D:\\b\\hypecheck.exe");
    assert.equal(findServer(machine({ "C:\\Users\\ada\\hc.exe": "program" }, { ...windows, setting: "~\\hc.exe" })).path, "C:\\Users\\ada\\hc.exe");
  });
});

describe("whose setting counts", () => {
  test("the user's", () => {
    assert.equal(pathFromUser({ defaultValue: "", globalValue: " /opt/hc " }), "/opt/hc");
  });

  test("never a workspace's or a folder's", () => {
    assert.equal(pathFromUser({ defaultValue: "", workspaceValue: "/evil", workspaceFolderValue: "/evil" }), "");
    assert.equal(pathFromUser({ defaultValue: "", globalValue: "/opt/hc", workspaceValue: "/evil" }), "/opt/hc");
  });

  test("what is no text is no path", () => {
    for (const globalValue of [undefined, null, 1, ["/opt/hc"], { path: "/opt/hc" }]) assert.equal(pathFromUser({ globalValue }), "");
    assert.equal(pathFromUser(undefined), "");
  });
});

describe("what stands at a path", () => {
  const folder = mkdtempSync(join(tmpdir(), "hypecheck-look-"));
  after(() => rmSync(folder, { recursive: true }));

  test("a program, a file, a folder, nothing", () => {
    const program = join(folder, "program");
    writeFileSync(program, "#!/bin/sh\n");
    chmodSync(program, 0o755);
    writeFileSync(join(folder, "file"), "");
    chmodSync(join(folder, "file"), 0o644);
    mkdirSync(join(folder, "folder"));
    assert.equal(look(program), "program");
    if (process.platform !== "win32") assert.equal(look(join(folder, "file")), "no program");
    assert.equal(look(join(folder, "folder")), "no program");
    assert.equal(look(join(folder, "none")), "nothing");
    assert.equal(look(join(program, "beneath")), "nothing");
  });
});

describe("a server that falls over", () => {
  test("is started again four times in three minutes, and no more", () => {
    const patience = new Patience();
    assert.deepEqual([0, 1, 2, 3, 4, 5].map((second) => patience.allows(second * 1000)), [true, true, true, true, false, false]);
  });

  test("is started again for ever when it falls seldom", () => {
    const patience = new Patience();
    for (let minute = 0; minute < 100; minute++) assert.equal(patience.allows(minute * 60_000), true);
  });

  test("ended somehow, and that is said", () => {
    assert.equal(describeExit(2, null), "ended with code 2");
    assert.equal(describeExit(null, "SIGSEGV"), "ended by SIGSEGV");
    assert.equal(describeExit(null, null), "ended");
  });
});

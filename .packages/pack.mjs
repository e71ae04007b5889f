// Packs a built program:
//
//   node .packages/pack.mjs archive npm wheel image vsix --target TARGET --binary FILE --out FOLDER
//   node .packages/pack.mjs npm-main --out FOLDER
//
//   archive   hypecheck-<version>-<target>.tar.gz, for a release
//   npm       @hypecheck/<os>-<cpu>, which holds the program of one platform
//   npm-main  hypecheck, which has a launcher and asks for the one of those that fits
//   wheel     a Python wheel with the program; needs the Python package `hatchling`
//   image     image/linux/<architecture>, from which container/Dockerfile is built
//   vsix      the VS Code extension with the program, for each of the target's platforms; needs `npm ci` there
//
// Targets are those of targets.json. The version is that of Cargo.toml and is written nowhere else.
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { mustFit } from "./binary.mjs";
import { rustLicenses } from "./licenses.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const repository = resolve(here, "..");
const kinds = { archive, npm, "npm-main": npmMain, wheel, image, vsix };
const targets = JSON.parse(readFileSync(join(here, "targets.json"), "utf8"));

try {
  main();
} catch (error) {
  console.error(`pack: ${error.message}`);
  process.exitCode = 2;
}

function main() {
  const { values, positionals: asked } = parseArgs({
    allowPositionals: true,
    options: {
      target: { type: "string" },
      binary: { type: "string" },
      out: { type: "string" },
      // For a try on this machine: a release that needs the loader of the machine it was built on is refused.
      "allow-dynamic": { type: "boolean" },
    },
  });
  if (asked.length === 0) throw new Error(`name what to pack: ${Object.keys(kinds).join(", ")}`);
  for (const kind of asked) {
    if (!Object.hasOwn(kinds, kind)) throw new Error(`there is no package \`${kind}\`; there are ${Object.keys(kinds).join(", ")}`);
  }
  if (values.out === undefined) throw new Error("--out FOLDER is missing: where the packages go");

  const job = { version: version(), out: resolve(values.out) };
  if (asked.some((kind) => kind !== "npm-main")) Object.assign(job, program(values));
  mkdirSync(job.out, { recursive: true });
  job.stage = mkdtempSync(join(tmpdir(), "hypecheck-pack-"));
  try {
    for (const kind of asked) {
      for (const made of kinds[kind](job)) console.log(made);
    }
  } finally {
    rmSync(job.stage, { recursive: true, force: true });
  }
}

/** The program to pack and what it is for. */
function program({ target, binary, "allow-dynamic": allowDynamic }) {
  const names = targets.map((each) => each.target).join(", ");
  if (target === undefined) throw new Error(`--target TARGET is missing: ${names}`);
  const row = targets.find((each) => each.target === target);
  if (row === undefined) throw new Error(`there is no target \`${target}\`; there are ${names}`);
  if (binary === undefined) throw new Error("--binary FILE is missing: the program to pack");
  if (!existsSync(binary)) throw new Error(`there is no file ${binary}`);
  const { loader } = mustFit(binary, row);
  if (loader !== undefined && !allowDynamic) {
    throw new Error(`${binary} needs the loader ${loader} and would not start everywhere; build it static, for ${target}`);
  }
  return { row, binary: resolve(binary), name: row.os === "win32" ? "hypecheck.exe" : "hypecheck" };
}

function version() {
  const manifest = readFileSync(join(repository, "Cargo.toml"), "utf8");
  return /^\[package\][^[]*?^version = "([^"]+)"/m.exec(manifest)[1];
}

/** A folder with the program and the papers that go with it wherever it goes. */
function folder({ stage, row, binary, name }, called) {
  const made = join(stage, called);
  mkdirSync(made, { recursive: true });
  copyFileSync(binary, join(made, name));
  // What carries files from job to job on the way to a release forgets who may run them.
  chmodSync(join(made, name), 0o755);
  papers(made);
  writeFileSync(join(made, "THIRD-PARTY-LICENSES.txt"), rustLicenses(repository, row.target));
  return made;
}

function papers(made) {
  for (const file of ["LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(join(repository, file), join(made, file));
}

function archive(job) {
  const called = `hypecheck-${job.version}-${job.row.target}`;
  const made = folder(job, called);
  for (const file of ["README.md", "CHANGELOG.md"]) copyFileSync(join(repository, file), join(made, file));
  const packed = join(job.out, `${called}.tar.gz`);
  run("tar", ["-czf", packed, "-C", job.stage, called]);
  return [packed];
}

function npm(job) {
  const { os, cpu } = job.row;
  const made = folder(job, `npm-${os}-${cpu}`);
  const manifest = JSON.parse(readFileSync(join(here, "npm/package.json"), "utf8"));
  const { license, repository: source, homepage, engines } = manifest;
  writeJson(join(made, "package.json"), {
    name: platformPackage(job.row),
    version: job.version,
    description: `The program of hypecheck for ${os}-${cpu}. Install the package hypecheck instead.`,
    license, repository: source, homepage, engines,
    os: [os],
    cpu: [cpu],
    // A package manager that runs from archives has nothing that a system could start.
    preferUnplugged: true,
    files: [job.name, "LICENSE-*", "THIRD-PARTY-LICENSES.txt"],
  });
  writeFileSync(join(made, "README.md"), "The program of hypecheck for one platform. Install the package `hypecheck` instead.\n");
  return npmPack(made, job.out);
}

function npmMain(job) {
  const made = join(job.stage, "npm-main");
  cpSync(join(here, "npm"), made, { recursive: true });
  papers(made);
  const manifest = JSON.parse(readFileSync(join(made, "package.json"), "utf8"));
  writeJson(join(made, "package.json"), {
    ...manifest,
    version: job.version,
    optionalDependencies: Object.fromEntries(targets.map((row) => [platformPackage(row), job.version])),
  });
  return npmPack(made, job.out);
}

function platformPackage({ os, cpu }) {
  return `@hypecheck/${os}-${cpu}`;
}

function npmPack(made, out) {
  const [{ filename }] = JSON.parse(run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", out], { cwd: made }));
  // Older versions of npm tell the name with a slash where they write a dash.
  return [join(out, filename.replace("@", "").replace("/", "-"))];
}

function wheel(job) {
  const made = folder(job, `wheel-${job.row.target}`);
  cpSync(join(here, "pypi"), made, { recursive: true });
  const env = { ...process.env, HYPECHECK_VERSION: job.version, HYPECHECK_PROGRAM: job.name, HYPECHECK_PLATFORM: job.row.wheel };
  run(process.env.PYTHON ?? "python3", ["-m", "hatchling", "build", "--target", "wheel", "--directory", job.out], { cwd: made, env });
  return [join(job.out, `hypecheck-${job.version}-py3-none-${job.row.wheel}.whl`)];
}

/** The folders are called as the builders of images call processors. */
function image(job) {
  if (job.row.os !== "linux") throw new Error(`an image is for Linux, not for ${job.row.os}`);
  const made = join(job.out, "image/linux", job.row.cpu === "x64" ? "amd64" : job.row.cpu);
  rmSync(made, { recursive: true, force: true });
  cpSync(folder(job, "image"), made, { recursive: true });
  return [made];
}

function vsix(job) {
  return job.row.vsix.map((target) => {
    const packed = join(job.out, `hypecheck-${job.version}-${target}.vsix`);
    const script = join(repository, "editors/vscode/scripts/package.mjs");
    run(process.execPath, [script, "--server", job.binary, "--target", target, "--out", packed]);
    return packed;
  });
}

function writeJson(path, value) {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

function run(command, args, how) {
  const shell = process.platform === "win32" && command === "npm";
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 26, shell, ...how });
  if (status !== 0) throw new Error(`${basename(command)} ${args[0]}: ${error?.message ?? (stderr || stdout)}`);
  return stdout;
}

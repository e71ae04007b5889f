// Builds the extension for one platform, with the language server in it: dist/hypecheck-<target>.vsix
//
//   npm run package                                       # builds the server first, for this machine
//   npm run package -- --server FILE                      # with a server that is built already
//   npm run package -- --server FILE --target win32-x64   # … for another platform
//
// All platforms, with what each needs of the server: docs/releasing.md.
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { mustFit } from "../../../.packages/binary.mjs";
import { rustLicenses } from "../../../.packages/licenses.mjs";

const extension = fileURLToPath(new URL("..", import.meta.url));
const repository = resolve(extension, "../..");

const { values: options } = parseArgs({
  options: { server: { type: "string" }, target: { type: "string" }, out: { type: "string" } },
});

const target = options.target ?? thisMachine();
const server = options.server === undefined ? buildServer() : resolve(options.server);
checkServer();
const vsix = resolve(options.out ?? join(extension, "dist", `hypecheck-${target}.vsix`));

const servers = join(extension, "server");
rmSync(servers, { recursive: true, force: true });
mkdirSync(servers);
const bundled = join(servers, target.startsWith("win32-") ? "hypecheck.exe" : "hypecheck");
copyFileSync(server, bundled);
chmodSync(bundled, 0o755);

mkdirSync(join(vsix, ".."), { recursive: true });
run("npm", ["run", "--silent", "bundle", "--", "--metafile=out/bundle.json"], { cwd: extension, stdio: "inherit", shell: process.platform === "win32" });
writeFileSync(join(extension, "dist/THIRD-PARTY-LICENSES.txt"), licenses());
const vsce = join(extension, "node_modules/@vscode/vsce/vsce");
run(process.execPath, [vsce, "package", "--no-dependencies", "--target", target, "--out", vsix], { cwd: extension, stdio: "inherit" });
console.log(`Packaged ${relative(process.cwd(), vsix)}`);

/** The target's name as VS Code has it. */
function thisMachine() {
  const { platform, arch } = process;
  const musl = platform === "linux" && process.report.getReport().header.glibcVersionRuntime === undefined;
  return `${musl ? "alpine" : platform}-${arch === "arm" ? "armhf" : arch}`;
}

/** Refuses a server that would not start where the package is installed. */
function checkServer() {
  if (!existsSync(server)) fail(`There is no server ${server}`);
  const [, system, cpu] = /^(alpine|darwin|linux|win32)-(x64|arm64)$/.exec(target) ?? [];
  // Another platform is a build of one's own; the packages that are released are these.
  if (system === undefined && options.target === undefined) return;
  if (system === undefined) {
    fail(`There is no target ${target}; there are alpine, darwin, linux and win32, each with -x64 and -arm64`);
  }
  try {
    const { loader } = mustFit(server, { os: system === "alpine" ? "linux" : system, cpu });
    if (system === "alpine" && loader !== undefined && !loader.includes("musl")) {
      fail(`${server} needs ${loader}, which Alpine does not have; build it static`);
    }
  } catch (error) {
    fail(error.message);
  }
}

/** Builds the server and answers where it is; cargo alone knows. */
function buildServer() {
  const args = ["build", "--release", "--locked", "--bin", "hypecheck", "--message-format", "json-render-diagnostics"];
  const cargo = run("cargo", args, { cwd: repository, stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 28 });
  const messages = cargo.split("\n").filter(Boolean).map((line) => JSON.parse(line));
  const built = messages.findLast((message) => message.reason === "compiler-artifact" && message.target.name === "hypecheck" && message.executable);
  if (!built) fail("cargo built no hypecheck");
  return built.executable;
}

/** The licences of the packages that are in the bundle, and of the libraries that are in the server. */
function licenses() {
  const { inputs } = JSON.parse(readFileSync(join(extension, "out/bundle.json"), "utf8"));
  const folders = new Set(Object.keys(inputs).map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]).filter(Boolean));
  const scripts = [...folders].sort().map((folder) => {
    const at = join(extension, folder);
    const { name, version, license } = JSON.parse(readFileSync(join(at, "package.json"), "utf8"));
    const file = readdirSync(at).find((file) => /^licen[cs]e/i.test(file));
    if (!file) fail(`${name} has no licence file`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(at, file), "utf8").trim()}\n`;
  }).join(`\n${"-".repeat(80)}\n\n`);
  const rows = JSON.parse(readFileSync(join(repository, ".packages/targets.json"), "utf8"));
  return `${scripts}\n${"-".repeat(80)}\n\n${rustLicenses(repository, rows.find((row) => row.vsix.includes(target))?.target)}`;
}

function run(command, args, how) {
  const { status, stdout, error } = spawnSync(command, args, { encoding: "utf8", ...how });
  if (status !== 0) fail(error ? `${command}: ${error.message}` : `${command} ended with ${status}`);
  return stdout;
}

function fail(why) {
  console.error(why);
  process.exit(1);
}

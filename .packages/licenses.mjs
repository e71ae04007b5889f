// The licences of the Rust libraries and the font that are in a program built for one target. Most of them ask that their text goes
// along with the program; nothing in the program itself carries it.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The licence texts of everything that is in a `hypecheck` for `target`, or for any where there is none. */
export function rustLicenses(repository, target) {
  const { status, stdout, stderr, error } = spawnSync(
    "cargo",
    ["metadata", "--locked", "--format-version", "1", ...(target === undefined ? [] : ["--filter-platform", target])],
    { cwd: repository, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(`cargo metadata: ${error?.message ?? stderr}`);
  const { packages, resolve } = JSON.parse(stdout);
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const linked = new Set();
  const waiting = [resolve.root];
  while (waiting.length > 0) {
    const id = waiting.pop();
    if (linked.has(id)) continue;
    linked.add(id);
    for (const { pkg, dep_kinds } of nodes.get(id).deps) {
      if (dep_kinds.some(({ kind }) => kind === null)) waiting.push(pkg);
    }
  }
  // Most libraries have one of a few texts, word for word. Each text stands once, below all that it is for.
  const texts = new Map();
  for (const { id, source, name, version, license, manifest_path } of packages) {
    if (!linked.has(id) || source === null) continue;
    const folder = dirname(manifest_path);
    const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice|unlicense)/i.test(file));
    const found = files.map((file) => text(join(folder, file))).filter(Boolean);
    // Without a file, what the library says of itself is all there is.
    for (const each of found.length > 0 ? found : [""]) {
      if (!texts.has(each)) texts.set(each, []);
      texts.get(each).push(`${name} ${version} (${license ?? "no licence named"})`);
    }
  }
  // The font that pictures are drawn with is in the program, and is no library.
  texts.set(text(join(repository, "src/cli/font/LICENSE")), ["DejaVu Sans (Bitstream Vera)"]);
  return [...texts]
    .map(([text, whose]) => `${[whose.sort().join("\n"), text].filter(Boolean).join("\n\n")}\n`)
    .sort()
    .join(`\n${"-".repeat(80)}\n\n`);
}

/** Some packages have a folder where others have a file. */
function text(path) {
  try {
    return readFileSync(path, "utf8").replaceAll("\r\n", "\n").trim();
  } catch (error) {
    if (error.code === "EISDIR") return undefined;
    throw error;
  }
}

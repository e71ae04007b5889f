// Tests of the extension in a real VS Code: first those of the API, then those of what can be seen, last the first minutes with it.
//
//   npm run test:editor               # both
//   npm run test:editor -- api        # one of them: api, e2e, map, start
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { runApiTests } from "./api.mjs";
import { runEndToEnd } from "./e2e.mjs";
import { runHeatMap } from "./heatmap.mjs";
import { runFirstMinutes } from "./start.mjs";
import { builtServer, extension, setUp } from "./vscode.mjs";

const asked = process.argv.slice(2);
const out = join(extension, "out/editor");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const place = setUp();
const server = builtServer();
console.log(`Server under test: ${server}`);
if (spawnSync("npm", ["run", "--silent", "bundle"], { cwd: extension, stdio: "inherit" }).status !== 0) process.exit(1);

const total = { passed: 0, failed: 0 };
for (const [name, suite] of [["api", runApiTests], ["e2e", runEndToEnd], ["map", runHeatMap], ["start", runFirstMinutes]]) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const begun = Date.now();
  console.log(`\n${name}`);
  try {
    const { passed, failed } = await suite({ place, server, out });
    total.passed += passed;
    total.failed += failed;
  } catch (error) {
    total.failed++;
    console.log(`FAIL ${error.stack}`);
  }
  console.log(`     ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

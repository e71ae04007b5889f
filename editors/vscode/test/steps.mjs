// Steps that a person takes, one after the other, each with a picture of what there was to see.
import { join } from "node:path";

/** Takes the steps. Without the first `essential` ones there is nothing more to see. Answers how many passed and failed. */
export async function runSteps({ page, steps, out, prefix, essential }) {
  let passed = 0, failed = 0;
  for (const [at, [name, step]] of Object.entries(steps).entries()) {
    const picture = `${prefix}-${String(at + 1).padStart(2, "0")}-${name.replace(/\W+/g, "-")}`;
    try {
      await step();
      passed++;
      console.log(`ok   ${name}`);
      await page.screenshot({ path: join(out, `${picture}.png`), animations: "disabled" });
    } catch (error) {
      failed++;
      console.log(`FAIL ${name}: ${error.message}`);
      await page.screenshot({ path: join(out, `${picture}-FAILED.png`) }).catch(() => undefined);
      if (at < essential) break;
    }
  }
  return { passed, failed };
}

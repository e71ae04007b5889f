// Draws images/icon.png from images/icon.svg. Needed only when the drawing has changed.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const images = new URL("../images/", import.meta.url);
const svg = readFileSync(new URL("icon.svg", images), "utf8");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
await page.setContent(`<style>body { margin: 0; background: transparent } svg { display: block }</style>${svg}`);
await page.screenshot({ path: fileURLToPath(new URL("icon.png", images)), omitBackground: true });
await browser.close();

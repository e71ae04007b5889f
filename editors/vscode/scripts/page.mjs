// Copies the heat map's page from the server's sources, which are the one place where it is written.
import { cpSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const source = fileURLToPath(new URL("../../../src/server/page", import.meta.url));
export const copy = fileURLToPath(new URL("../dist/page", import.meta.url));

rmSync(copy, { recursive: true, force: true });
cpSync(source, copy, { recursive: true });

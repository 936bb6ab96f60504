// Bundles the tests of the pure modules and runs them with Node's own runner.
import { spawnSync } from "node:child_process";
import { readdir, rm } from "node:fs/promises";
import { build } from "esbuild";

const tests = (await readdir("test")).filter((name) => name.endsWith(".test.ts"));
const outdir = "build/test";
await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: tests.map((name) => `test/${name}`),
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  logLevel: "warning",
});
const files = tests.map((name) => `${outdir}/${name.replace(/ts$/, "mjs")}`);
process.exit(spawnSync(process.execPath, ["--test", ...files], { stdio: "inherit" }).status ?? 1);

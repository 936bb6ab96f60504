// Bundles src/ into build/: classic scripts for pages and worker, and the rules as a module for Node.
import { copyFile, mkdir } from "node:fs/promises";
import { build } from "esbuild";

const shared = {
  bundle: true,
  minify: true,
  target: ["es2022", "chrome100", "firefox113", "safari16.4"],
  legalComments: "none",
  logLevel: "warning",
};

await mkdir("build", { recursive: true });
await Promise.all([
  build({
    ...shared,
    entryPoints: ["page", "worker", "editor"].map((name) => `src/${name}.ts`),
    outdir: "build",
    format: "iife",
  }),
  build({ ...shared, entryPoints: ["src/search-shim.ts"], outdir: "build", format: "iife" }),
  build({ ...shared, entryPoints: ["src/rules.ts"], outfile: "build/rules.mjs", format: "esm" }),
  copyFile("src/page.css", "build/page.css"),
]);

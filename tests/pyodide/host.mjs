// Grades jobs in Pyodide: `node host.mjs <pyodide folder> <latihan.zip>`, a JSON job a line in, a JSON reply a line out.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [pyodideFolder, packageZip] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(join(pyodideFolder, "pyodide.mjs")).href);

const SITE = "/latihan";
// The memory that the page's worker gives Python.
const MEMORY_PAGES = 8192;
const { Memory } = WebAssembly;
WebAssembly.Memory = class extends Memory {
  constructor(descriptor) {
    super({ ...descriptor, maximum: MEMORY_PAGES });
  }
};
let started = 0;
let wire;

async function boot() {
  const before = performance.now();
  const pyodide = await loadPyodide({ indexURL: pyodideFolder, stdout: noise, stderr: noise });
  pyodide.unpackArchive(new Uint8Array(readFileSync(packageZip)), "zip", { extractDir: SITE });
  pyodide.runPython(`import sys; sys.path.append(${JSON.stringify(SITE)})`);
  wire = pyodide.pyimport("latihan.grading.wire");
  started += 1;
  return {
    version: pyodide.version,
    python: pyodide.runPython("import sys; '.'.join(map(str, sys.version_info[:3]))"),
    started,
    milliseconds: Math.round(performance.now() - before),
  };
}

// What Python prints outside a learner's program would be a leak; it goes where a person sees it, not into the replies.
function noise(text) {
  process.stderr.write(`${text}\n`);
}

function reply(value) {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

reply(await boot());
for await (const line of createInterface({ input: process.stdin })) {
  const { call, exercise, answer, language } = JSON.parse(line);
  const before = performance.now();
  const heard = [];
  const write = call === "run" ? [(text) => heard.push(text)] : [];
  try {
    const result = JSON.parse(wire[call](JSON.stringify(exercise), JSON.stringify(answer), language, ...write));
    reply({ result, heard: heard.join(""), milliseconds: Math.round(performance.now() - before) });
  } catch (error) {
    // A fatal error leaves the interpreter dead: say so, and start another for the jobs that follow.
    reply({ crash: `${error?.name}: ${String(error?.message ?? error).slice(0, 2000)}` });
    await boot();
  }
}

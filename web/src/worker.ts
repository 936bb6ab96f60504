// The worker: boots Pyodide from bytes handed over, closes the ways out, and grades answers.

import type { FromWorker, Language, Result, Task, ToWorker } from "./protocol";

// 512 MB: beyond it Python says MemoryError, where a phone would kill the page.
const MEMORY_PAGES = 8192;
const BASE = "https://latihan.invalid/";
const OUTPUT_EVERY_MS = 50;
const OUTPUT_AT_LEAST = 8192;

const WAYS_OUT = [
  "fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource", "importScripts",
  "indexedDB", "caches", "cookieStore", "Worker", "SharedWorker", "BroadcastChannel", "Notification",
  "RTCPeerConnection", "navigator", "eval", "postMessage", "close",
];

interface Wire {
  check(exercise: string, answer: string, language: Language): string;
  run(exercise: string, answer: string, language: Language): string;
}

interface Pyodide {
  unpackArchive(archive: ArrayBuffer, format: string, options: { extractDir: string }): void;
  runPython(code: string, options?: { globals: unknown }): unknown;
  toPy(value: unknown): unknown;
  unregisterJsModule(name: string): void;
  _module: { HEAP8: Int8Array };
}

declare const loadPyodide: (options: Record<string, unknown>) => Promise<Pyodide>;

const scope = self as unknown as { postMessage(message: FromWorker): void; close(): void };
const post = scope.postMessage.bind(scope);

let pyodide: Pyodide;
let wire: Wire;
let pending = "";
let sent = 0;

function flush(): void {
  if (pending) post({ type: "output", text: pending });
  pending = "";
  sent = performance.now();
}

function write(text: string): void {
  pending += text;
  if (pending.length >= OUTPUT_AT_LEAST || performance.now() - sent >= OUTPUT_EVERY_MS) flush();
}

function capMemory(): void {
  const Memory = WebAssembly.Memory;
  WebAssembly.Memory = class extends Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super({ ...descriptor, maximum: Math.min(descriptor.maximum ?? MEMORY_PAGES, MEMORY_PAGES) });
    }
  };
}

/** Answers what Pyodide asks for while it boots from memory, so that it never asks the network. */
function feed(module: WebAssembly.Module, stdlib: ArrayBuffer): void {
  self.fetch = async (request) =>
    String(request).endsWith("python_stdlib.zip") ? new Response(stdlib) : new Response(null);
  WebAssembly.instantiateStreaming = async (_, imports) => ({
    module,
    instance: await WebAssembly.instantiate(module, imports),
  });
}

/** Takes from `self` and all it inherits from whatever reaches network, storage or another script. */
function closeWaysOut(): void {
  for (const name of WAYS_OUT) {
    for (let level: object | null = self; level; level = Object.getPrototypeOf(level)) {
      Reflect.deleteProperty(level, name);
    }
    if (name in self) Object.defineProperty(self, name, { value: undefined });
  }
  // Pyodide asks `instanceof Function`, so the name and the prototype stay while its making of code from text goes.
  const refuse = function (): never {
    throw new Error("not offered here");
  };
  refuse.prototype = Function.prototype;
  Object.defineProperty(self, "Function", { value: refuse });
  const kinds = [function () {}, async function () {}, function* () {}, async function* () {}];
  for (const kind of kinds) {
    Object.defineProperty(Object.getPrototypeOf(kind), "constructor", { value: undefined });
  }
}

const SETUP = `
import sys
from latihan.grading import wire

def check(exercise, answer, language):
    return wire.check(exercise, answer, language)

def run(exercise, answer, language):
    return wire.run(exercise, answer, language, lambda text: write(text))

for name in [name for name in sys.modules if name.partition(".")[0] in ("js", "pyodide_js")]:
    del sys.modules[name]
del sys
`;

async function boot(module: WebAssembly.Module, stdlib: ArrayBuffer, latihan: ArrayBuffer): Promise<void> {
  // A stack that overflows is the learner's, and told to them; it is no error of the site.
  console.error = console.warn;
  capMemory();
  feed(module, stdlib);
  const silent = (): void => {};
  pyodide = await loadPyodide({
    indexURL: BASE,
    packageBaseUrl: BASE,
    lockFileContents: {
      info: { abi_version: "2025_0", arch: "wasm32", platform: "emscripten_4_0_9", version: "0", python: "3.13" },
      packages: {},
    },
    stdout: silent,
    stderr: silent,
    env: { HOME: "/home/pyodide", PYTHONDONTWRITEBYTECODE: "1" },
  });
  pyodide.unpackArchive(latihan, "zip", { extractDir: "/lib/python3.13/site-packages" });
  const names = pyodide.toPy({ write }) as { get(name: string): (...given: string[]) => string };
  pyodide.runPython(SETUP, { globals: names });
  wire = { check: names.get("check"), run: names.get("run") };
  for (const name of ["js", "pyodide_js"]) pyodide.unregisterJsModule(name);
  closeWaysOut();
}

function grade(task: Task, exercise: string, answer: string, language: Language): void {
  post({ type: "begun" });
  try {
    const result = JSON.parse(wire[task](exercise, answer, language)) as Result;
    flush();
    post({ type: "result", result, heap: pyodide._module.HEAP8.length });
  } catch (error) {
    flush();
    post({ type: "lost", memory: /MemoryError|out of memory/i.test(String(error)) });
  }
}

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === "grade") return grade(data.task, data.exercise, data.answer, data.language);
  try {
    await boot(data.module, data.stdlib, data.latihan);
    post({ type: "ready" });
  } catch (error) {
    post({ type: "broken", reason: String(error) });
  }
};

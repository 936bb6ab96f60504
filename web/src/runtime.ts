// Python for the page: one worker for all exercises, started from bytes kept in memory and replaced when it must end.

import { runtimeFile } from "./files";
import { thisPage } from "./messages";
import type { Exercise, Answer, FromWorker, Result, Task, ToWorker } from "./protocol";

export type Stage = { stage: "download"; bytes: number; all: number } | { stage: "start" } | { stage: "run" };

export interface Listener {
  stage(stage: Stage): void;
  output(text: string): void;
}

/** Python did not start on this device; `reason` is for the console. */
export class StartFailed extends Error {}

/** The learner stopped the task. */
export class Stopped extends Error {}

const DATA = ["python_stdlib.zip", "latihan.zip"];
// One after the other in this order they are the worker's script.
const SCRIPTS = ["pyodide.asm.js", "pyodide.js", "worker.js"];
// Python ends loops by itself at the limit and knows the line; only native code that does not come back is ended here.
const GRACE_MS = 1000;
const HEAP_TO_KEEP = 192 * 2 ** 20;

interface Parts {
  readonly url: string;
  readonly module: WebAssembly.Module;
  readonly stdlib: ArrayBuffer;
  readonly latihan: ArrayBuffer;
}

let parts: Promise<Parts> | undefined;
let worker: Promise<Worker> | undefined;
let live: Worker | undefined;
let queue: Promise<unknown> = Promise.resolve();
let giveUp = new AbortController();
const files = new Map<string, Promise<ArrayBuffer>>();
const soFar = new Map<string, number>();
const waiting = new Set<() => void>();

/** Whether Python's files are on the page already. */
export function isLoaded(): boolean {
  return parts !== undefined;
}

/** All bytes of Python, as the page's sizes say. */
export function allBytes(): number {
  return thisPage().sizes["python"] ?? 0;
}

/**
 * Grades or runs an answer after those before it. Rejects with DownloadFailed, StartFailed or Stopped; every other
 * end, a lost worker included, is a Result.
 */
export function grade(task: Task, exercise: Exercise, answer: Answer, listen: Listener, stop: AbortSignal): Promise<Result> {
  const stopped = new Promise<never>((_, reject) => {
    if (stop.aborted) reject(new Stopped());
    stop.addEventListener("abort", () => reject(new Stopped()));
  });
  stopped.catch(() => {});
  const mine = queue.then(async () => {
    if (stop.aborted) throw new Stopped();
    const python = await Promise.race([started(listen, stop), stopped]);
    listen.stage({ stage: "run" });
    return graded(python, task, exercise, answer, listen, stop);
  });
  queue = mine.catch(() => {});
  return Promise.race([mine, stopped]);
}

function started(listen: Listener, stop: AbortSignal): Promise<Worker> {
  if (worker && live) return worker;
  const progress = (): void => {
    const bytes = [...soFar.values()].reduce((sum, some) => sum + some, 0);
    listen.stage({ stage: "download", bytes, all: allBytes() });
  };
  const done = (): void => {
    waiting.delete(progress);
    stop.removeEventListener("abort", leave);
  };
  // Data is paid for: when nobody waits any longer, nothing more is downloaded.
  const leave = (): void => {
    done();
    if (!waiting.size) giveUp.abort();
  };
  if (!parts) progress();
  parts ??= download().catch((error: unknown) => {
    parts = undefined;
    throw error;
  });
  waiting.add(progress);
  stop.addEventListener("abort", leave);
  worker ??= parts.then(boot);
  worker.catch(() => (worker = undefined));
  void parts.then(() => {
    done();
    listen.stage({ stage: "start" });
  }, done);
  return worker;
}

/** A file's bytes; what has come whole is kept, so that trying again asks only for the rest. */
function file(name: string): Promise<ArrayBuffer> {
  const known = files.get(name);
  if (known) return known;
  const progress = (bytes: number): void => {
    soFar.set(name, bytes);
    for (const tell of waiting) tell();
  };
  const coming = runtimeFile(name, progress, giveUp.signal);
  files.set(name, coming);
  coming.catch(() => {
    files.delete(name);
    soFar.delete(name);
  });
  return coming;
}

async function download(): Promise<Parts> {
  giveUp = new AbortController();
  // Compiled while the rest is still coming.
  const module = file("pyodide.asm.wasm").then((wasm) =>
    WebAssembly.compile(wasm).catch((error: unknown) => Promise.reject(new StartFailed(String(error)))),
  );
  // Awaited below, unless another file fails first.
  module.catch(() => {});
  const [stdlib, latihan, ...scripts] = (await Promise.all([...DATA, ...SCRIPTS].map(file))) as [
    ArrayBuffer, ArrayBuffer, ...ArrayBuffer[],
  ];
  const code = scripts.flatMap((script) => [withoutMap(script), "\n"]);
  const url = URL.createObjectURL(new Blob(code, { type: "text/javascript" }));
  const ready = { url, module: await module, stdlib, latihan };
  files.clear();
  return ready;
}

/** The script without the address of its source map, which developer tools would ask the network for. */
function withoutMap(script: ArrayBuffer): string {
  return new TextDecoder().decode(script).replace(/^\/\/# sourceMappingURL=.*$/m, "");
}

function boot({ url, module, stdlib, latihan }: Parts): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const fresh = new Worker(url);
    live = fresh;
    fresh.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === "ready") resolve(fresh);
      if (data.type === "broken") fail(data.reason);
    };
    fresh.onerror = (event) => fail(event.message);
    const fail = (reason: string): void => {
      discard(fresh);
      reject(new StartFailed(reason));
    };
    fresh.postMessage({ type: "boot", module, stdlib, latihan } satisfies ToWorker);
  });
}

/** Ends a worker; the next task starts a new one from the parts in memory. */
function discard(python: Worker): void {
  python.terminate();
  if (live === python) live = worker = undefined;
}

/** Starts the next worker ahead of the next task. */
function renew(): void {
  if (parts && !worker) {
    worker = parts.then(boot);
    worker.catch(() => (worker = undefined));
  }
}

function graded(
  python: Worker, task: Task, exercise: Exercise, answer: Answer, listen: Listener, stop: AbortSignal,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    let timer = 0;
    const limit = task === "run" ? exercise.limits.run_seconds : exercise.limits.check_seconds;
    const settle = (end: () => void, ended: boolean): void => {
      clearTimeout(timer);
      stop.removeEventListener("abort", stopIt);
      python.onmessage = python.onerror = null;
      if (ended) {
        discard(python);
        renew();
      }
      end();
    };
    const lost = (key: string, status: "error" | "timeout"): void =>
      settle(() => resolve({ status, feedback: [{ key, at: null, values: {} }], output: "", truncated: false }), true);
    const stopIt = (): void => settle(() => reject(new Stopped()), true);
    stop.addEventListener("abort", stopIt);
    python.onerror = (event) => {
      event.preventDefault();
      lost("worker_lost", "error");
    };
    python.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === "begun") {
        timer = setTimeout(() => lost("timeout_unplaced", "timeout"), limit * 1000 + GRACE_MS);
      } else if (data.type === "output") listen.output(data.text);
      else if (data.type === "result") settle(() => resolve(data.result), data.heap > HEAP_TO_KEEP);
      else if (data.type === "lost") lost(data.memory ? "memory_unplaced" : "worker_lost", "error");
    };
    const { hash: _hash, project: _project, messages: _messages, language, ...rest } = exercise;
    python.postMessage({
      type: "grade", task, exercise: JSON.stringify(rest), answer: JSON.stringify(answer), language,
    } satisfies ToWorker);
  });
}

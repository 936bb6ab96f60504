// Lets the search work on file://, where a worker may not come from a file, and leaves other workers as they are.

import { IFrameWorker } from "iframe-worker";

const Native = window.Worker;

if (location.protocol === "file:") {
  // Python's worker starts from a blob: URL, which browsers allow here too.
  const Either = function (url: string | URL, options?: WorkerOptions): Worker {
    const blob = String(url).startsWith("blob:");
    return blob ? new Native(url, options) : (new IFrameWorker(String(url)) as unknown as Worker);
  };
  window.Worker = Either as unknown as typeof Worker;
}

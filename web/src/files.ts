// Where bytes come from: fetched on http, from a classic script holding gzip and base64 in a folder or a single file.

import { thisPage } from "./messages";

/** A file could not be had; `file` says which. */
export class DownloadFailed extends Error {
  constructor(readonly file: string) {
    super(`${file} could not be loaded`);
  }
}

type Progress = (bytes: number) => void;

const handed = new Map<string, string>();

declare global {
  var latihanFile: (name: string, data: string) => void;
}

globalThis.latihanFile = (name, data) => void handed.set(name, data);

/** The way from this page to a file under `assets/latihan/`. */
export function assetUrl(name: string): string {
  return `${thisPage().root}assets/latihan/${name}`;
}

/** Bytes of a runtime file; `progress` gets how many have come so far. Throws DownloadFailed, also when given up. */
export async function runtimeFile(name: string, progress: Progress, giveUp: AbortSignal): Promise<ArrayBuffer> {
  try {
    return thisPage().mode === "http" ? await fetched(name, progress, giveUp) : await unpacked(name, progress);
  } catch (error) {
    console.warn(error);
    throw new DownloadFailed(name);
  }
}

async function fetched(name: string, progress: Progress, giveUp: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetch(assetUrl(`runtime/${name}`), { signal: giveUp });
  if (!response.ok || !response.body) throw new Error(`${response.status} for ${name}`);
  const reader = response.body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    bytes += value.length;
    progress(bytes);
  }
  const size = thisPage().sizes[name];
  // A connection that breaks may end the stream without an error.
  if (size !== undefined && bytes !== size) throw new Error(`${name} has ${bytes} bytes instead of ${size}`);
  return new Blob(chunks).arrayBuffer();
}

async function unpacked(name: string, progress: Progress): Promise<ArrayBuffer> {
  if (!handed.has(name)) await classicScript(assetUrl(`runtime/${name}.js`));
  const data = handed.get(name);
  if (data === undefined) throw new Error(`${name} was not handed over`);
  handed.delete(name);
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const inflated = await new Response(
    new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")),
  ).arrayBuffer();
  progress(inflated.byteLength);
  return inflated;
}

/** Runs a classic script once; rejects when it cannot be loaded, and can then be tried again. */
export function classicScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => {
      script.remove();
      resolve();
    };
    script.onerror = () => {
      script.remove();
      reject(new Error(`${url} could not be loaded`));
    };
    document.head.append(script);
  });
}

// The learner's progress on disk: reading, writing, and old databases.
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { IDBFactory } from "fake-indexeddb";
import { DATABASE, MIGRATIONS, openDatabase, type Progress, Store } from "../src/store";

const record = (exercise: string, project = "latihan"): Progress => ({
  project,
  exercise,
  answer: { source: "saldo = 1\n" },
  state: "tried",
  tries: 2,
  hints: 1,
  hash: "abc",
  updated: 1_750_000_000_000,
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A database as version 1 of the site made it, written with the browser's own calls and none of ours. */
function databaseOfVersion1(rows: readonly Progress[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("latihan", 1);
    opening.onupgradeneeded = () => {
      const kept = opening.result.createObjectStore("progress", { keyPath: ["project", "exercise"] });
      for (const row of rows) kept.put(row);
    };
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

test("a record comes back as it was written", async () => {
  const store = await Store.open();
  await store.write(record("pembukuan/buku-kas/a"));
  assert.deepEqual(await store.read("latihan", "pembukuan/buku-kas/a"), record("pembukuan/buku-kas/a"));
  assert.equal(await store.read("latihan", "pembukuan/buku-kas/b"), undefined);
});

test("all() gives the records of one project and no other", async () => {
  const store = await Store.open();
  for (const some of [record("a"), record("b"), record("a", "another"), record("a", "latihan2")]) await store.write(some);
  assert.deepEqual((await store.all("latihan")).map(({ exercise }) => exercise), ["a", "b"]);
});

test("a database of version 1 opens today with everything in it", async () => {
  await databaseOfVersion1([record("a"), record("b")]);
  const db = await openDatabase();
  assert.equal(db.version, MIGRATIONS.length);
  assert.deepEqual(await db.getAll("progress"), [record("a"), record("b")]);
  db.close();
});

test("a later migration runs once on what version 1 kept, and the first is not run again", async () => {
  await databaseOfVersion1([record("a")]);
  let runs = 0;
  const later = [
    ...MIGRATIONS.slice(0, 1),
    async (_db: unknown, tx: { objectStore(name: string): IDBObjectStore }) => {
      runs += 1;
      const kept = tx.objectStore("progress");
      kept.put({ ...record("a"), tries: 7 });
    },
  ] as unknown as typeof MIGRATIONS;
  for (const _ of [1, 2]) {
    const db = await openDatabase(later);
    assert.equal(db.version, 2);
    assert.deepEqual(await db.getAll("progress"), [{ ...record("a"), tries: 7 }]);
    db.close();
  }
  assert.equal(runs, 1);
});

test("a migration that fails leaves the database as it was", async () => {
  await databaseOfVersion1([record("a")]);
  const broken = [...MIGRATIONS.slice(0, 1), () => Promise.reject(new Error("planted"))];
  await assert.rejects(openDatabase(broken));
  const db = await openDatabase(MIGRATIONS.slice(0, 1));
  assert.deepEqual(await db.getAll("progress"), [record("a")]);
  db.close();
});

test("an open database gives way to a newer version in another tab", async () => {
  await openDatabase(MIGRATIONS.slice(0, 1));
  const newer = await openDatabase([...MIGRATIONS.slice(0, 1), () => undefined]);
  assert.equal(newer.version, 2);
  assert.equal(newer.name, DATABASE);
  newer.close();
});

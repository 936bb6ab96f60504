// The learner's progress in IndexedDB, one record an exercise, and the way from each schema version to the next.

import { openDB, type IDBPDatabase, type IDBPTransaction } from "idb";
import type { Answer } from "./protocol";

/** How far an exercise is, from the beginning to the end. */
export const STATES = ["untouched", "tried", "seen", "passed"] as const;
export type State = (typeof STATES)[number];

export interface Progress {
  readonly project: string;
  readonly exercise: string;
  readonly answer: Answer | null;
  readonly state: State;
  readonly tries: number;
  readonly hints: number;
  readonly hash: string;
  readonly updated: number;
}

type Database = IDBPDatabase;
export type Migration = (db: Database, tx: IDBPTransaction<unknown, string[], "versionchange">) => void | Promise<void>;

export const DATABASE = "latihan";
const PROGRESS = "progress";

/** Entry n brings a database of version n to version n + 1; entries are only ever added at the end. */
export const MIGRATIONS: readonly Migration[] = [
  (db) => void db.createObjectStore(PROGRESS, { keyPath: ["project", "exercise"] }),
];

/** The database at the newest version; rejects when the browser refuses storage. */
export function openDatabase(migrations: readonly Migration[] = MIGRATIONS): Promise<Database> {
  return openDB(DATABASE, migrations.length, {
    async upgrade(db, from, _to, tx) {
      // A half-done migration must not be committed: the whole step to the newest version is taken, or none.
      try {
        for (const migrate of migrations.slice(from)) await migrate(db, tx as never);
      } catch (error) {
        console.warn(error);
        tx.done.catch(() => {});
        tx.abort();
      }
    },
    // Another tab has a newer version of the site: give way, or it would wait for this tab to close.
    blocking(_from, _to, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

export class Store {
  private constructor(private readonly db: Database) {}

  static async open(): Promise<Store> {
    return new Store(await openDatabase());
  }

  async read(project: string, exercise: string): Promise<Progress | undefined> {
    return (await this.db.get(PROGRESS, [project, exercise])) as Progress | undefined;
  }

  /** Everything kept for a project. */
  async all(project: string): Promise<Progress[]> {
    return (await this.db.getAll(PROGRESS, IDBKeyRange.bound([project], [project, []]))) as Progress[];
  }

  async write(progress: Progress): Promise<void> {
    const change = this.db.transaction(PROGRESS, "readwrite");
    const put = change.store.put(progress);
    // Committed at once, not when the request has come back: a page that is being left never learns that it has.
    change.commit();
    await Promise.all([put, change.done]);
  }
}

let opened: Promise<Store | null> | undefined;

/** The store of this page, opened once; null when the browser refuses storage. */
export function store(): Promise<Store | null> {
  opened ??= Store.open().catch((error: unknown) => {
    console.warn(error);
    return null;
  });
  return opened;
}

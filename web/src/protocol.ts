// What page and worker say to each other, and the values that they pass: exercises, answers, results.

export type Language = "id" | "en";
export type Status = "passed" | "failed" | "error" | "timeout";
export type Shown = Status | "idle" | "loading" | "running";
export type Kind = "code" | "table" | "quiz" | "scenario";

export type Answer =
  | { readonly source: string }
  | { readonly rows: readonly (readonly string[])[] }
  | { readonly choices: readonly string[] };

export interface Feedback {
  readonly key: string;
  readonly at: string | null;
  readonly values: Readonly<Record<string, string>>;
}

export interface Result {
  readonly status: Status;
  readonly feedback: readonly Feedback[];
  readonly output: string;
  readonly truncated: boolean;
}

export interface CodeRule {
  readonly checks: string;
  readonly starter: string;
  readonly solution: string;
  readonly data: Readonly<Record<string, string>>;
}

export interface TableRule {
  readonly checks: string;
  readonly columns: readonly { readonly key: string; readonly type: string; readonly words: readonly string[] }[];
  readonly starter: readonly (readonly string[])[];
  readonly solution: readonly (readonly string[])[];
}

export interface QuizRule {
  readonly form: "one" | "several" | "order" | "matching";
  readonly items: readonly string[];
  readonly choices: readonly string[];
  readonly right: readonly string[];
}

export interface Option {
  readonly to: string;
  readonly poor: boolean;
}

export interface ScenarioRule {
  readonly start: string;
  readonly steps: Readonly<Record<string, Readonly<Record<string, Option>>>>;
  readonly endings: Readonly<Record<string, "good" | "poor">>;
}

interface Common {
  readonly id: string;
  readonly limits: { readonly check_seconds: number; readonly run_seconds: number };
  readonly hash: string;
  readonly project: string;
  readonly language: Language;
  readonly messages: Readonly<Record<string, string>>;
}

export type Exercise = Common &
  (
    | { readonly kind: "code"; readonly rule: CodeRule }
    | { readonly kind: "table"; readonly rule: TableRule }
    | { readonly kind: "quiz"; readonly rule: QuizRule }
    | { readonly kind: "scenario"; readonly rule: ScenarioRule }
  );

export type Task = "check" | "run";

export type ToWorker =
  | { type: "boot"; module: WebAssembly.Module; stdlib: ArrayBuffer; latihan: ArrayBuffer }
  | { type: "grade"; task: Task; exercise: string; answer: string; language: Language };

export type FromWorker =
  | { type: "ready" }
  | { type: "broken"; reason: string }
  | { type: "begun" }
  | { type: "output"; text: string }
  | { type: "result"; result: Result; heap: number }
  | { type: "lost"; memory: boolean };

/** Where somebody is in the wizard, as the address says it. */
import { type Said, saidIn } from "./said.ts";
import type { WizardStep } from "./wizard-step.ts";

export type Wizard =
  /** No file yet. */
  | { readonly step: "file"; readonly of: "nothing"; readonly said: Said }
  /** A file that waits for its import. */
  | { readonly step: "file" | "columns"; readonly of: "upload"; readonly id: string; readonly said: Said }
  /** An import that is planned, and may yet be changed. */
  | { readonly step: "file" | "columns"; readonly of: "import"; readonly id: string; readonly said: Said }
  | { readonly step: "check" | "run"; readonly of: "import"; readonly id: string };

type Address = { readonly id?: string | undefined; readonly step?: WizardStep | undefined };

export function wizardAt({ id, step = "file" }: Address, search: Readonly<Record<string, unknown>>): Wizard {
  const said = saidIn(search);
  if (id === undefined) return { step: "file", of: "nothing", said };
  // What is of a file that has no import yet is in the first two steps.
  if (isUpload(id)) return { step: step === "file" ? "file" : "columns", of: "upload", id, said };
  if (step === "file" || step === "columns") return { step, of: "import", id, said };
  return { step, of: "import", id };
}

const isUpload = (id: string): boolean => id.startsWith("upl_");

const KEPT = "muster-import-of:";
/** In a frame a browser may keep nothing for us: then it is known until the page is loaded again. */
const known = new Map<string, string>();

/** An upload serves once: whoever goes back to its address is led to the import that was made of it. */
export function keepImportOf(upload: string, id: string): void {
  known.set(upload, id);
  try {
    sessionStorage.setItem(KEPT + upload, id);
  } catch {
    // It stands in the map.
  }
}

export function importOf(upload: string): string | null {
  try {
    return known.get(upload) ?? sessionStorage.getItem(KEPT + upload);
  } catch {
    return null;
  }
}

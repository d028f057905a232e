/** The steps of an import that have an address, after the file was chosen. */
export const WIZARD_STEPS = ["file", "columns", "check", "run"] as const;
export type WizardStep = (typeof WIZARD_STEPS)[number];

export const wizardStep = (text: string): WizardStep => WIZARD_STEPS.find((known) => known === text) ?? "file";

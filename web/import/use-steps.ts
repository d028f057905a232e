/** Ways through the wizard: what is said goes into the address, and each step has one. */
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Said } from "./said.ts";
import type { WizardStep } from "./wizard-step.ts";

type To = { readonly id: string; readonly step: WizardStep; readonly said?: Said; readonly replace?: boolean };

export type Steps = {
  /** On the step that is open; the way back leads to the step before, not to what was said before. */
  readonly say: (said: Said) => void;
  readonly go: (to: To) => Promise<void>;
  /** To the very beginning, with another file. */
  readonly restart: (said: Said) => void;
};

export function useSteps(): Steps {
  const navigate = useNavigate();
  return useMemo(
    () => ({
      say: (said) => void navigate({ to: ".", search: said as never, replace: true, resetScroll: false }),
      go: ({ id, step, said = {}, replace = false }) =>
        navigate({ to: "/import/$id/$step", params: { id, step }, search: said, replace }),
      restart: (said) => void navigate({ to: "/import", search: said }),
    }),
    [navigate],
  );
}

/** The four steps in order: those that are behind can be gone back to. */
import { Link } from "@tanstack/react-router";
import { Icon } from "../app/icon.tsx";
import { useWords } from "../words/words-provider.tsx";
import type { Said } from "./said.ts";
import classes from "./step-bar.module.css";
import { WIZARD_STEPS, type WizardStep } from "./wizard-step.ts";

export type StepLinks = { readonly [S in WizardStep]?: { readonly id: string; readonly said?: Said } };

export function StepBar({ step: open, links }: { readonly step: WizardStep; readonly links: StepLinks }) {
  const { importFile } = useWords();
  const at = WIZARD_STEPS.indexOf(open);
  return (
    <nav aria-label={importFile.steps}>
      <ol className={classes.bar}>
        {WIZARD_STEPS.map((step, index) => {
          const to = step === open ? undefined : links[step];
          const isDone = index < at;
          const shown = (
            <>
              <span className={classes.number}>{isDone ? <Icon name="check" size={12} /> : index + 1}</span>
              <span className={classes.name}>{importFile.step[step]}</span>
            </>
          );
          return (
            <li
              key={step}
              className={classes.step}
              data-open={step === open || undefined}
              data-done={isDone || undefined}
            >
              {to ? (
                <Link
                  to="/import/$id/$step"
                  params={{ id: to.id, step }}
                  search={to.said ?? {}}
                  className={classes.link}
                >
                  {shown}
                </Link>
              ) : (
                <span className={classes.link} aria-current={step === open ? "step" : undefined}>
                  {shown}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Tells the page around the frame what became of the import, once. Shows nothing. */
import { useParams } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useImport } from "../import/use-import.ts";
import type { PageLink } from "./page-link.ts";

type Props = { readonly page: PageLink };

export function TellPage({ page }: Props) {
  const { id, step } = useParams({ strict: false });
  return id !== undefined && step === "run" ? <TellEnd key={id} id={id} page={page} /> : null;
}

function TellEnd({ id, page }: Props & { readonly id: string }) {
  const { shown } = useImport(id);
  const isTold = useRef(false);
  useEffect(() => {
    if (!shown || isTold.current) return;
    const { state, lines, outcomes, file, problem } = shown;
    if (state === "done" || state === "cancelled")
      page.tell({ muster: "done", detail: { import: id, state, lines, outcomes, file } });
    else if (state === "refused" && problem)
      page.tell({
        muster: "error",
        detail: { code: problem.code, message: problem.message, fix: problem.fix },
      });
    else return;
    isTold.current = true;
  }, [shown, id, page]);
  return null;
}

/** What an undo would do with each line, the last line of the file first. */
import { Button } from "@mantine/core";
import { Fragment } from "react";
import { listLines, type previewUndo } from "../api/endpoints/imports.ts";
import { useAnswer } from "../api/use-answer.ts";
import type { Pages, PagesOf } from "../api/use-pages.ts";
import { TextLink } from "../app/text-link.tsx";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import { ChangeText } from "./change-text.tsx";
import type { ImportDetail, Line } from "./import-detail.ts";
import { nameInLine, objectIn } from "./line-name.ts";
import classes from "./undo-lines.module.css";
import { useFieldLabels } from "./use-field-labels.ts";

type Page = PagesOf<typeof previewUndo>;
type Props = { readonly detail: ImportDetail; readonly found: Pages<typeof previewUndo> };

export function UndoLines({ detail, found }: Props) {
  const { imports } = useWords();
  const label = useFieldLabels(detail.object);
  const dealLabel = useFieldLabels(detail.object.includes("opportunities") ? "opportunities" : detail.object);
  const pages = found.pages.filter(({ items }) => items.length > 0);
  if (pages.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the keys
    <section className={classes.lines} tabIndex={0} aria-label={imports.ledger}>
      {pages.map((page) => (
        <UndoPage key={page.items[0]?.line} {...{ page, detail, label, dealLabel }} />
      ))}
      {found.hasMore && (
        <Button variant="subtle" fullWidth onClick={found.more} loading={found.isFetchingMore}>
          {imports.moreLines}
        </Button>
      )}
    </section>
  );
}

const MOST_LINES = 500;

/** Labels of fields by their keys: of the lines, and of the opportunities among them. */
type Labels = { readonly label: (key: string) => string; readonly dealLabel: (key: string) => string };
type PageProps = Labels & { readonly page: Page; readonly detail: ImportDetail };

function UndoPage({ page, detail, label, dealLabel }: PageProps) {
  const numbers = page.items.map(({ line }) => line);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  // Who stands in these lines; failed ones between them come along.
  const ledger = useAnswer(listLines, {
    params: { id: detail.import },
    query: { cursor: String(first - 1), limit: Math.min(MOST_LINES, last - first + 1), cells: "true" },
  });
  const lines = new Map(ledger.data?.items.map((line) => [line.line, line]));
  return page.items.map((item) => (
    <UndoLine
      key={`${objectIn(item)?.id} ${item.line}`}
      {...{ item, detail }}
      line={lines.get(item.line)}
      label={objectIn(item)?.object === "opportunity" ? dealLabel : label}
    />
  ));
}

type LineProps = Pick<Labels, "label"> & {
  readonly item: Page["items"][number];
  readonly line: Line | undefined;
  readonly detail: ImportDetail;
};

function UndoLine({ item, line, detail, label }: LineProps) {
  const { imports } = useWords();
  const format = useFormat();
  const kind = objectIn(item)?.object ?? "contact";
  const back = Object.entries((item.back ?? {}) as Readonly<Record<string, unknown>>);
  const isMixed = detail.object.includes(",");
  const name = line === undefined ? objectIn(item)?.id : nameInLine(line, kind, detail);
  return (
    <div className={classes.line}>
      <span className={classes.number}>{format.number(item.line)}</span>
      <span>
        {name}
        {isMixed && <span className={classes.kind}>{imports.undoKinds[kind]}</span>}
      </span>
      <span className={classes.result} data-stays={item.result === "kept" || item.result === "merged" || undefined}>
        {imports.resultOf[item.result] ?? item.result}
      </span>
      {(back.length > 0 || item.fields.length > 0) && (
        <span className={classes.what}>
          {back.map(([field, change]) => (
            <ChangeText key={field} name={label(field)} change={change} />
          ))}{" "}
          {item.fields.length > 0 && (
            <span className={classes.stays}>{imports.staysAs(item.fields.map(label).join(", "))}</span>
          )}
        </span>
      )}
      {item.keptFor !== undefined && (
        <span className={classes.what}>
          {imports.staysFor}{" "}
          {item.keptFor.map((id, at) => (
            <Fragment key={id}>
              {at > 0 && ", "}
              <TextLink inherit to="/imports/$id" params={{ id }}>
                {id}
              </TextLink>
            </Fragment>
          ))}
        </span>
      )}
    </div>
  );
}

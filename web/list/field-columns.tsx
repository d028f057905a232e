/** Columns of a list: what the rows are called, then the fields that the reader wants to see. */
import { Link } from "@tanstack/react-router";
import type { GridColumn } from "../grid/grid-props.ts";
import { FieldValue } from "../values/field-value.tsx";
import type { Words } from "../words/en.ts";
import type { Format } from "../words/use-format.ts";
import classes from "./list.module.css";
import type { ListField } from "./list-field.ts";

/** Columns beside the fields. */
export const CREATED = "createdAt";
const UPDATED = "updatedAt";

const WIDTHS: Readonly<Record<string, number>> = {
  // The usual ones fit beside each other on a laptop.
  ...{ email: 190, notes: 260, linkedin_url: 260, tags: 130 },
  ...{ account_name: 145, job_title: 135, city: 95, phone: 140, [CREATED]: 140, [UPDATED]: 140 },
};

export type ColumnChoice = { readonly id: string; readonly label: string };

/** All that can be shown, in the order in which they are shown. @param inName keys that the first column shows */
export const columnChoices = (
  fields: readonly ListField[],
  inName: readonly string[],
  words: Words["contacts"],
): readonly ColumnChoice[] => [
  ...fields.filter(({ key }) => !inName.includes(key)).map(({ key, label }) => ({ id: key, label })),
  { id: CREATED, label: words.created },
  { id: UPDATED, label: words.updated },
];

type Listed = Readonly<Record<string, unknown>> & { readonly id: string };

type Given<Row> = {
  readonly fields: readonly ListField[];
  /** In this order. */
  readonly chosen: readonly ColumnChoice[];
  readonly name: { readonly header: string; readonly text: (row: Row) => string; readonly link: (row: Row) => string };
  readonly format: Format;
};

export function fieldColumns<Row extends Listed>({
  fields,
  chosen,
  name,
  format,
}: Given<Row>): readonly GridColumn<Row>[] {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  return [
    {
      id: "name",
      header: name.header,
      width: 170,
      cell: (row) => (
        <Link to={name.link(row)} className={classes.name} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
          {name.text(row)}
        </Link>
      ),
    },
    ...chosen.map(({ id, label }): GridColumn<Row> => {
      const type = byKey.get(id)?.type ?? null;
      return {
        id,
        header: label,
        width: WIDTHS[id] ?? 150,
        isNumeric: type === "number" || type === "money",
        cell: (row) =>
          id === CREATED || id === UPDATED ? (
            <time dateTime={String(row[id])} title={format.moment(String(row[id]))}>
              {format.ago(String(row[id]))}
            </time>
          ) : (
            <FieldValue type={type} value={row[id]} />
          ),
      };
    }),
  ];
}

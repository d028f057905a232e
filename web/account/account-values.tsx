/** The values of an account, each with the import, line and column that wrote it. */
import { Link } from "@tanstack/react-router";
import { listFields } from "../api/endpoints/fields.ts";
import { useAnswer } from "../api/use-answer.ts";
import { valueText } from "../object-table/value-text.ts";
import type { FieldAnswer } from "../settings/fields/field-answer.ts";
import { useFormat } from "../words/use-format.ts";
import { useSpoken } from "../words/words-provider.tsx";
import type { AccountAnswer } from "./account-answer.ts";
import classes from "./account-page.module.css";

type Origin = {
  readonly import: string;
  readonly line: number | null;
  readonly workflow?: string;
  readonly column: string | null;
  readonly raw: string | null;
};

export function AccountValues({ account }: { readonly account: AccountAnswer }) {
  const { words, locale } = useSpoken();
  const { deals } = words;
  const format = useFormat();
  const fields = useAnswer(listFields, { query: { object: "account" } });
  const values: Readonly<Record<string, unknown>> = account;
  const known = fields.data?.items.filter(({ key, type }) => type !== "id" && hasValue(values[key])) ?? [];
  const kept = Object.entries(account.kept);
  const text = (field: FieldAnswer) => valueText(values[field.key], { type: field.type, locale, format });
  const origins = account.origins as Readonly<Record<string, Origin | null>>;
  return (
    <section>
      <h2 className={classes.heading}>{deals.account.values}</h2>
      <dl className={classes.list}>
        {known.map((field) => (
          <Value key={field.key} label={field.label} text={text(field)} origin={origins[field.key] ?? null} />
        ))}
        {kept.map(([name, value]) => (
          <Value
            key={`kept:${name}`}
            label={name}
            text={valueText(value, { type: undefined, locale, format })}
            origin={origins[`kept:${name}`] ?? null}
          />
        ))}
      </dl>
    </section>
  );
}

const hasValue = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

type ValueProps = { readonly label: string; readonly text: string; readonly origin: Origin | null };

function Value({ label, text, origin }: ValueProps) {
  const { words } = useSpoken();
  const { account } = words.deals;
  const format = useFormat();
  const parts =
    origin === null
      ? []
      : [
          origin.workflow !== undefined && account.byWorkflow(origin.workflow),
          origin.line !== null && account.line(format.number(origin.line)),
          origin.column !== null && account.from(origin.column),
        ].filter(Boolean);
  return (
    <div className={classes.value}>
      <dt>{label}</dt>
      <dd>
        {text}
        <div className={classes.note}>
          {origin === null ? (
            account.notImported
          ) : (
            <Link to="/imports/$id" params={{ id: origin.import }}>
              {parts.length === 0 ? origin.import : parts.join(", ")}
            </Link>
          )}
          {origin?.raw && origin.raw.trim() !== text && ` · ${account.inFile(origin.raw.trim())}`}
        </div>
      </dd>
    </div>
  );
}

/** What imports and workflows changed of an account, newest first. */
import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { listFields } from "../api/endpoints/fields.ts";
import { useAnswer } from "../api/use-answer.ts";
import { valueText } from "../object-table/value-text.ts";
import { useFormat } from "../words/use-format.ts";
import { useSpoken } from "../words/words-provider.tsx";
import type { AccountAnswer } from "./account-answer.ts";
import classes from "./account-page.module.css";

type Change = {
  readonly import: string;
  readonly line: number | null;
  readonly workflow?: string;
  readonly file: string | null;
  readonly at: string | null;
  readonly changes: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
};

export function AccountHistory({ account }: { readonly account: AccountAnswer }) {
  const { words, locale } = useSpoken();
  const { deals } = words;
  const format = useFormat();
  const fields = useAnswer(listFields, { query: { object: "account" } });
  const history = account.history as readonly Change[];
  const field = (key: string) => fields.data?.items.find((one) => one.key === key);
  const text = (key: string, value: unknown): string =>
    valueText(value, { type: field(key)?.type, locale, format }) || deals.account.empty;
  return (
    <section>
      <h2 className={classes.heading}>{deals.account.history}</h2>
      {history.length === 0 && (
        <Text size="sm" c="dimmed">
          {deals.account.noHistory}
        </Text>
      )}
      {history.length > 0 && (
        <ol className={classes.list}>
          {history.map(({ import: id, file, at, line, workflow, changes }) => (
            <li key={`${id} ${line} ${at} ${workflow ?? ""}`}>
              <Link to="/imports/$id" params={{ id }}>
                {file ?? deals.account.goneFile}
              </Link>{" "}
              <span className={classes.note}>
                {[
                  workflow !== undefined && deals.account.byWorkflow(workflow),
                  line !== null && deals.account.line(format.number(line)),
                  at !== null && format.moment(at),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
              <ul className={classes.changes}>
                {Object.entries(changes).map(([key, [before, after]]) => (
                  <li key={key}>
                    {field(key)?.label ?? key.replace(/^kept:/, "")}:{" "}
                    <span className={classes.was}>{text(key, before)}</span> {text(key, after)}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

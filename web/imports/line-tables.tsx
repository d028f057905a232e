/** What a line changed, what it did besides, and what stands in the file there. */
import { Text, Title } from "@mantine/core";
import { showAccount } from "../api/endpoints/contacts.ts";
import { useAnswer } from "../api/use-answer.ts";
import { TextLink } from "../app/text-link.tsx";
import { useWords } from "../words/words-provider.tsx";
import type { ImportDetail, Line } from "./import-detail.ts";
import classes from "./line-drawer.module.css";
import { otherName } from "./line-name.ts";
import { MatchedLink } from "./matched-link.tsx";
import { useFieldLabels } from "./use-field-labels.ts";
import { beforeAfter, sortedChanges, valueText } from "./value-text.ts";

type Props = { readonly line: Line; readonly detail: ImportDetail };

export function LineTables({ line, detail }: Props) {
  const { imports, importCheck } = useWords();
  const other = otherName(line, detail.mapping);
  const label = useFieldLabels(detail.object);
  const changes = sortedChanges(line.changes);
  return (
    <>
      {line.match && (
        <Text size="sm" c="dimmed">
          {imports.matched(label(line.match.key), line.match.value)}
        </Text>
      )}
      <MatchedLink matched={line.matched} />
      {other !== null && <Text size="sm">{importCheck.otherName(other, line.matched?.name ?? "")}</Text>}
      {changes.length > 0 && (
        <section>
          <Title order={3} size="sm" mb={4}>
            {detail.state === "planned" ? imports.changesPlanned : imports.changes}
          </Title>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{imports.field}</th>
                <th scope="col">{imports.before}</th>
                <th scope="col">{imports.after}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(([field, change]) => (
                <ChangeRow key={field} name={label(field)} change={change} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Besides line={line} detail={detail} />
      {line.cells && <Cells cells={line.cells} detail={detail} />}
    </>
  );
}

function ChangeRow({ name, change }: { readonly name: string; readonly change: unknown }) {
  const { imports } = useWords();
  const [before, after] = beforeAfter(change);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{valueText(before, imports.empty)}</td>
      <td className={classes.value}>{valueText(after, imports.empty)}</td>
    </tr>
  );
}

function Besides({ line, detail: { state, undo } }: Props) {
  const { imports } = useWords();
  const isPlan = state === "planned";
  const isTakenBack = state === "undone" || undo?.line === line.line;
  const accounts = (Array.isArray(line.besides) ? line.besides : []).filter(
    (one): one is { readonly account: string; readonly changes: unknown } => typeof one?.account === "string",
  );
  if (accounts.length === 0) return null;
  // There is none to go to before it is made.
  if (isPlan)
    return (
      <Text size="sm">
        {imports.besides}:{" "}
        {accounts
          .map(({ changes }) => (changes === null ? imports.willMakeAccount : imports.willChangeAccount))
          .join(", ")}
      </Text>
    );
  return (
    <Text size="sm">
      {imports.besides}:{" "}
      {accounts.map(({ account, changes }) =>
        changes === null && isTakenBack ? (
          <MadeAccount key={account} id={account} />
        ) : (
          <TextLink key={account} to="/accounts/$id" params={{ id: account }}>
            {changes === null ? imports.madeAccount : imports.changedAccount}
          </TextLink>
        ),
      )}
    </Text>
  );
}

/** An account that the import made may have gone with its undo, and stays where it was changed or is used since. */
function MadeAccount({ id }: { readonly id: string }) {
  const { imports } = useWords();
  const { data } = useAnswer(showAccount, { params: { id } });
  if (data === undefined) return imports.madeAccount;
  return (
    <TextLink to="/accounts/$id" params={{ id }}>
      {imports.madeAccount}
    </TextLink>
  );
}

function Cells({ cells, detail }: { readonly cells: readonly string[]; readonly detail: ImportDetail }) {
  const { imports } = useWords();
  const width = Math.max(cells.length, detail.mapping.length);
  const headers = new Map(detail.mapping.map(({ column, header }) => [column, header.trim()]));
  // A wide file would mostly show what is not there.
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) => cells[column]);
  return (
    <section>
      <Title order={3} size="sm" mb={4}>
        {imports.inFile}
      </Title>
      <table className={classes.table}>
        <tbody>
          {columns.map((column) => (
            <tr key={column}>
              <th scope="row">{headers.get(column) || `#${column + 1}`}</th>
              <td className={classes.value}>{cells[column]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

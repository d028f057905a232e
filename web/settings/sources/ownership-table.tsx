/** The authority matrix in words: for each set of connected sources, who writes which group of fields. */
import { Badge, Button, Collapse, Table, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { AuthorityMatrix, AuthorityRow } from "../../../src/core/authority/authority-matrix.ts";
import { FIELD_GROUPS, type FieldGroup } from "../../../src/core/authority/field-groups.ts";
import { listPolicyKeys, showPolicy } from "../../api/endpoints/workspaces.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useWords } from "../../words/words-provider.tsx";
import { MatrixText } from "./matrix-text.tsx";
import type { SourceAnswer } from "./source-answer.ts";
import classes from "./sources.module.css";

type Props = { readonly connected: readonly SourceAnswer[]; readonly mayChange: boolean };

export function OwnershipTable({ connected, mayChange }: Props) {
  const { sources } = useWords().connections;
  const policy = useAnswer(showPolicy, {});
  const keys = useAnswer(listPolicyKeys, {});
  const [isOpen, { toggle }] = useDisclosure(false);
  const matrix = (policy.data?.policy.authorityMatrix ?? []) as AuthorityMatrix;
  const entry = keys.data?.items.find(({ key }) => key === "authorityMatrix");
  const kinds = new Set(connected.map(({ kind }) => kind));
  const counts = ({ sources: row }: AuthorityRow): boolean =>
    row.length === kinds.size && row.every((kind) => kinds.has(kind));
  return (
    <div className={classes.matrix}>
      <h3 className={classes.heading}>{sources.matrix}</h3>
      <Text size="xs" c="dimmed" mb={6}>
        {sources.matrixSays}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
      <section className={classes.scroll} tabIndex={0} aria-label={sources.matrix}>
        <Table fz="xs" verticalSpacing={6} withTableBorder className={classes.table ?? ""}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{sources.connected}</Table.Th>
              {FIELD_GROUPS.map((group) => (
                <Table.Th key={group}>
                  {sources.groups[group]}
                  <Text size="xs" c="dimmed" fw={400}>
                    {sources.groupHolds[group]}
                  </Text>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {matrix.map((row) => (
              <Table.Tr key={row.sources.join("+")} className={counts(row) ? (classes.counts ?? "") : ""}>
                <Table.Td>
                  {row.sources.map((kind) => sources.kinds[kind]).join(" + ")}{" "}
                  {counts(row) && <Badge>{sources.counts}</Badge>}
                </Table.Td>
                {FIELD_GROUPS.map((group) => (
                  <Table.Td key={group}>
                    <WhoWrites row={row} group={group} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {mayChange && entry && (
        <>
          <Button variant="subtle" mt="xs" onClick={toggle} aria-expanded={isOpen}>
            {sources.change}
          </Button>
          <Collapse expanded={isOpen}>{isOpen && <MatrixText text={entry.text} />}</Collapse>
        </>
      )}
    </div>
  );
}

function WhoWrites({ row, group }: { readonly row: AuthorityRow; readonly group: FieldGroup }) {
  const { sources } = useWords().connections;
  const owned = row.owns.find((one) => one.group === group);
  if (owned === undefined) return sources.imports;
  const owner = sources.kinds[owned.by] ?? owned.by;
  if (owned.when === undefined) return <strong>{owner}</strong>;
  return sources.unless(owner, sources.options[owned.when] ?? owned.when);
}

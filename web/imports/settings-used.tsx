/** What an import was made with: how its file was read, where its columns went, which policy and options held. */
import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import type { ColumnMapping, ImportDetail } from "./import-detail.ts";
import lines from "./line-drawer.module.css";
import classes from "./settings-used.module.css";
import { useFieldLabels } from "./use-field-labels.ts";

type Props = { readonly detail: ImportDetail };

export function SettingsUsed({ detail }: Props) {
  const { imports } = useWords();
  return (
    <div className={classes.sections}>
      <Section title={imports.reading}>
        <Reading detail={detail} />
      </Section>
      <div className={classes.sections}>
        <Section title={imports.options}>
          <Options detail={detail} />
        </Section>
        <Section title={imports.policy}>
          <Differences detail={detail} />
        </Section>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what does not fit is scrolled to, by keys as well */}
      <div className={classes.mapping} tabIndex={0}>
        <Section title={imports.mapping}>
          <Mapping detail={detail} />
        </Section>
      </div>
    </div>
  );
}

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section>
    <Title order={2} size="sm" mb={4}>
      {title}
    </Title>
    {children}
  </section>
);

/** Names and what they are; what is not known is left out. */
function Facts({ facts }: { readonly facts: readonly (readonly [name: string, value: string | null | undefined])[] }) {
  return (
    <table className={lines.table}>
      <tbody>
        {facts.map(
          ([name, value]) =>
            value && (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ),
        )}
      </tbody>
    </table>
  );
}

const KIB = 1024;

function Reading({ detail: { dialect, bytes, digest, says } }: Props) {
  const { imports } = useWords();
  const format = useFormat();
  const size =
    bytes < KIB * KIB
      ? `${format.number(Math.ceil(bytes / KIB))} KiB`
      : `${format.number(Math.ceil(bytes / KIB / KIB))} MiB`;
  return (
    <>
      <Facts
        facts={[
          [imports.format, dialect.format.toUpperCase()],
          [imports.encoding, dialect.encoding?.toUpperCase()],
          [imports.delimiter, dialect.delimiter === "\t" ? imports.tab : dialect.delimiter],
          [imports.sheet, dialect.sheet],
          [imports.header, dialect.header ? imports.headerYes : imports.headerNo],
          [imports.size, size],
          [imports.digest, digest.replace(/^sha256:/, "")],
        ]}
      />
      <Text size="xs" c="dimmed" mt={8}>
        {imports.evidence}
      </Text>
      {[...dialect.evidence.map((one) => one.says), ...says].map((sentence) => (
        <Text size="xs" c="dimmed" key={sentence}>
          {imports.evidenceSays(sentence)}
        </Text>
      ))}
    </>
  );
}

function Options({ detail }: Props) {
  const { imports } = useWords();
  const format = useFormat();
  const { tags, owner, country, dateOrder, workflow, disclaimer, receipt, mode } = detail;
  return (
    <Facts
      facts={[
        [imports.mode, imports.modes[mode]],
        [imports.tags, tags.join(", ") || imports.none],
        [imports.owner, owner ?? imports.nobody],
        [imports.workflow, workflow ?? imports.noWorkflow],
        [imports.country, country],
        [imports.dateOrder, dateOrder],
        [imports.disclaimer, disclaimer && imports.disclaimerBy(disclaimer.by, format.moment(disclaimer.at))],
        [imports.receipt, receipt?.replace(/^sha256:/, "")],
      ]}
    />
  );
}

function Differences({ detail: { preset, differences } }: Props) {
  const { imports } = useWords();
  return (
    <>
      <Facts facts={[[imports.preset, preset]]} />
      {differences.length === 0 ? (
        <Text size="sm" mt={4}>
          {imports.sameAsPreset}
        </Text>
      ) : (
        <table className={lines.table}>
          <thead>
            <tr>
              <th scope="col">{imports.differs}</th>
              <th scope="col">{imports.from}</th>
              <th scope="col">{imports.to}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ key, from, to }) => (
              <tr key={key}>
                <th scope="row">{key}</th>
                <td>{from}</td>
                <td>{to}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Mapping({ detail: { mapping, object } }: Props) {
  const { imports, importColumns } = useWords();
  const label = useFieldLabels(object);
  const fieldOf = ({ target }: ColumnMapping): string | null => (target.to === "field" ? label(target.field) : null);
  const goesTo = ({ target }: ColumnMapping): string => {
    if (target.to === "field") return label(target.field);
    return target.to === "keep" ? imports.keptAs(target.name) : imports.leftOut;
  };
  return (
    <table className={lines.table}>
      <thead>
        <tr>
          <th scope="col">{imports.column}</th>
          <th scope="col">{imports.field}</th>
          <th scope="col">{imports.foundBy}</th>
        </tr>
      </thead>
      <tbody>
        {mapping.map((column) => (
          <tr key={column.column}>
            <th scope="row">{column.header.trim() || `#${column.column + 1}`}</th>
            <td>{goesTo(column)}</td>
            <td>
              {importColumns.because(
                { foundBy: column.foundBy, header: column.header.trim(), field: fieldOf(column) },
                column.reason,
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

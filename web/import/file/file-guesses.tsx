/** What was guessed of how a file is to be read, each to be said otherwise. */
import { Button, Select, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../words/words-provider.tsx";
import { type Said, saidAnew } from "../said.ts";
import { delimiterName, encodingName, namesItsCells, type ShownDialect } from "./read-sentence.ts";

type Props = {
  /** Null = the file cannot be read like this. */
  readonly dialect: ShownDialect | null;
  readonly refusal: { readonly code: string } | null;
  /** Those to choose from; none = they are not known, and there may be hidden ones. */
  readonly sheets?: readonly string[];
  readonly said: Said;
  readonly say: (said: Said) => void;
};

const ENCODINGS = [
  ...["utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-15", "windows-1250", "windows-1251", "windows-1253"],
  ...["windows-1254", "windows-1255", "windows-1256", "macintosh", "ibm850", "shift_jis", "euc-jp", "gb18030"],
  ...["big5", "euc-kr"],
];
const DELIMITERS = [",", ";", "\t", "|"];

export function FileGuesses({ dialect, refusal, sheets = [], said, say }: Props) {
  const { importFile } = useWords();
  const encoding = said.encoding ?? dialect?.encoding ?? null;
  const delimiter = said.delimiter ?? dialect?.delimiter ?? null;
  const header = namesItsCells(dialect) ? undefined : (said.header ?? dialect?.header);
  const isText = encoding !== null || dialect === null;
  const isAboutSheet = refusal?.code.startsWith("sheet_") ?? false;
  return (
    <>
      {isText && !isAboutSheet && (
        <>
          <Select
            label={importFile.encoding}
            placeholder={importFile.choose}
            w={190}
            searchable
            allowDeselect={false}
            data={withFirst(ENCODINGS, encoding).map((value) => ({ value, label: encodingName(value) }))}
            value={encoding}
            onChange={(value) => say(saidAnew(said, { encoding: value ?? undefined }))}
          />
          <Select
            label={importFile.parted}
            placeholder={importFile.choose}
            w={150}
            allowDeselect={false}
            data={withFirst(DELIMITERS, delimiter).map((value) => ({
              value,
              label: delimiterName(value, importFile.delimiter),
            }))}
            value={delimiter}
            onChange={(value) => say(saidAnew(said, { delimiter: value ?? undefined }))}
          />
        </>
      )}
      {(dialect?.sheet !== undefined || said.sheet !== undefined || isAboutSheet) && (
        <SheetName
          name={said.sheet ?? dialect?.sheet ?? ""}
          sheets={sheets}
          set={(sheet) => say(saidAnew(said, { sheet }))}
        />
      )}
      {header !== undefined && (
        <Switch
          label={importFile.hasHeader}
          size="sm"
          mb={6}
          checked={header}
          onChange={(event) => say(saidAnew(said, { header: event.currentTarget.checked }))}
        />
      )}
      {isChanged(said) && (
        <Button
          variant="subtle"
          onClick={() =>
            say(saidAnew(said, { encoding: undefined, delimiter: undefined, header: undefined, sheet: undefined }))
          }
        >
          {importFile.asGuessed}
        </Button>
      )}
    </>
  );
}

type SheetProps = {
  readonly name: string;
  readonly sheets: readonly string[];
  readonly set: (name: string) => void;
};

function SheetName({ name, sheets, set }: SheetProps) {
  const { importFile } = useWords();
  const [text, setText] = useState(name);
  if (sheets.length > 0)
    return (
      <Select
        label={importFile.sheet}
        w={220}
        allowDeselect={false}
        data={withFirst(sheets, name === "" ? null : name)}
        value={name}
        onChange={(chosen) => chosen !== null && set(chosen)}
      />
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        set(text);
      }}
    >
      <TextInput
        label={importFile.sheet}
        w={220}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => text !== name && text !== "" && set(text)}
      />
    </form>
  );
}

const isChanged = ({ encoding, delimiter, header, sheet }: Said): boolean =>
  [encoding, delimiter, header, sheet].some((one) => one !== undefined);

const withFirst = (known: readonly string[], first: string | null): readonly string[] =>
  first === null || known.includes(first) ? known : [first, ...known];

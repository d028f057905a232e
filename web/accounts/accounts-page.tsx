/** The accounts of the workspace. */
import { useMemo } from "react";
import type { listAccounts as ListAccounts } from "../../src/http/contract/contacts.ts";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";
import { listAccounts } from "../api/endpoints/contacts.ts";
import type { GridColumn } from "../grid/grid-props.ts";
import { CREATED } from "../list/field-columns.tsx";
import { ObjectList } from "../list/object-list.tsx";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";

type Account = AnswerOf<typeof ListAccounts>["items"][number];

const USUAL: readonly string[] = ["domain", "external_id", "owner", "managers", CREATED];
const IN_NAME: readonly string[] = ["id", "name"];

const nameOf = ({ name, domain, external_id: externalId, id }: Account): string =>
  String(name ?? domain ?? externalId ?? id);
const linkOf = ({ id }: Account): string => `/accounts/${id}`;

export function AccountsPage() {
  const { shell, empty, contact } = useWords();
  const format = useFormat();
  const own = useMemo(
    (): readonly GridColumn<Account>[] => [
      {
        ...{ id: "contacts", header: contact.contactsOf, width: 100, isNumeric: true },
        cell: ({ contacts }) => format.number(contacts),
      },
    ],
    [contact, format],
  );
  return (
    <ObjectList<Account>
      object="account"
      what="accounts"
      endpoint={listAccounts}
      title={shell.accounts}
      empty={{ icon: "accounts", title: empty.accounts, text: empty.accountsText }}
      rowName={nameOf}
      link={linkOf}
      usual={USUAL}
      without={IN_NAME}
      own={own}
    />
  );
}

/** The opportunities of the workspace. */
import { useMemo } from "react";
import type { listOpportunities as ListOpportunities } from "../../src/http/contract/contacts.ts";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";
import { listOpportunities } from "../api/endpoints/contacts.ts";
import type { GridColumn } from "../grid/grid-props.ts";
import { CREATED } from "../list/field-columns.tsx";
import { ObjectList } from "../list/object-list.tsx";
import { useWords } from "../words/words-provider.tsx";

type Opportunity = AnswerOf<typeof ListOpportunities>["items"][number];

const USUAL: readonly string[] = ["value", "status", "close_date", "owner", CREATED];
const NAMED = ["contact", "account", "pipeline", "stage"] as const;
const SHOWN_BESIDE: readonly string[] = ["id", "name", ...NAMED];

const nameOf = ({ name, external_id: externalId, id }: Opportunity): string => String(name ?? externalId ?? id);
/** Whoever the opportunity is with: it has no page of its own. */
const linkOf = ({ contact, account }: Opportunity): string =>
  contact ? `/contacts/${contact.id}` : account ? `/accounts/${account.id}` : "/opportunities";

export function OpportunitiesPage() {
  const { shell, empty, contact, contacts } = useWords();
  const own = useMemo((): readonly GridColumn<Opportunity>[] => {
    const { person, pipeline, stage } = contact;
    const headers = { contact: person, account: contacts.account, pipeline, stage };
    return NAMED.map((key) => ({
      ...{ id: key, header: headers[key], width: 150 },
      cell: (row) => row[key]?.name ?? "",
    }));
  }, [contact, contacts]);
  return (
    <ObjectList<Opportunity>
      object="opportunity"
      what="opportunities"
      endpoint={listOpportunities}
      title={shell.opportunities}
      empty={{ icon: "opportunities", title: empty.opportunities, text: empty.opportunitiesText }}
      rowName={nameOf}
      link={linkOf}
      usual={USUAL}
      without={SHOWN_BESIDE}
      own={own}
    />
  );
}

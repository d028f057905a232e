/** When something was added and last changed. */
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";

type Props = { readonly of: { readonly createdAt: string; readonly updatedAt: string } };

export function Stamps({ of: { createdAt, updatedAt } }: Props) {
  const { contact } = useWords();
  const format = useFormat();
  return (
    <>
      <time dateTime={createdAt} title={format.moment(createdAt)}>
        {contact.added(format.ago(createdAt))}
      </time>
      {updatedAt !== createdAt && (
        <>
          {" · "}
          <time dateTime={updatedAt} title={format.moment(updatedAt)}>
            {contact.changed(format.ago(updatedAt))}
          </time>
        </>
      )}
    </>
  );
}

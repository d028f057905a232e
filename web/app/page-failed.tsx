/** A page that could not be shown. Mostly the server has newer files than the page that is open: loading it again mends that. */
import { Button } from "@mantine/core";
import { useWords } from "../words/words-provider.tsx";
import { NothingYet } from "./nothing-yet.tsx";

export function PageFailed() {
  const { shell } = useWords();
  return (
    <NothingYet icon="warning" title={shell.wentWrong} text={shell.newVersion}>
      <Button onClick={() => location.reload()}>{shell.reload}</Button>
    </NothingYet>
  );
}

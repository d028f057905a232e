/** Pipelines with their stages in order; they are made and changed by importing a file of them. */
import { Badge, Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { downloadLink } from "../api/download-link.ts";
import { listPipelines } from "../api/endpoints/contacts.ts";
import { downloadExport, downloadTemplate } from "../api/endpoints/exports.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useClient } from "../api/workspace-client.ts";
import { useWorkspace } from "../app/workspace-context.ts";
import { useWords } from "../words/words-provider.tsx";
import { Answered } from "./answered.tsx";
import { NothingHere } from "./nothing-here.tsx";
import classes from "./rows.module.css";
import { Row, Rows } from "./rows.tsx";
import { SectionHead } from "./section-head.tsx";

export default function PipelinesSection() {
  const { settings, connections } = useWords();
  const { pipelines } = connections;
  const { may } = useWorkspace();
  const client = useClient();
  const query = useAnswer(listPipelines, {});
  const asked = { params: { what: "pipelines" }, query: {} };
  return (
    <>
      <SectionHead title={settings.sections.pipelines} says={pipelines.says}>
        <Button variant="default" component="a" href={downloadLink(client, downloadTemplate, asked)} download>
          {pipelines.template}
        </Button>
        {query.data !== undefined && query.data.items.length > 0 && (
          <Button variant="default" component="a" href={downloadLink(client, downloadExport, asked)} download>
            {pipelines.download}
          </Button>
        )}
        {may("import") && (
          <Button renderRoot={(root) => <Link {...root} to="/import" search={{ object: "pipelines" }} />}>
            {pipelines.import}
          </Button>
        )}
      </SectionHead>
      <Answered query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <NothingHere title={pipelines.none} text={pipelines.noneSays} />
          ) : (
            <Rows label={settings.sections.pipelines}>
              {items.map(({ id, name, is_default, stages }) => (
                <Row
                  key={id}
                  title={
                    <>
                      {name} {is_default && <Badge>{pipelines.isDefault}</Badge>}
                    </>
                  }
                  note={
                    <>
                      {pipelines.stages(stages.length)}
                      <ol className={classes.chain}>
                        {stages.map((stage) => (
                          <li key={stage.id}>
                            {stage.name}
                            {stage.is_closed_won && ` (${pipelines.won})`}
                            {stage.is_closed_lost && ` (${pipelines.lost})`}
                          </li>
                        ))}
                      </ol>
                    </>
                  }
                >
                  <Link to="/opportunities" search={{ view: "board", pipeline: id }} className={classes.link}>
                    {pipelines.board}
                  </Link>
                </Row>
              ))}
            </Rows>
          )
        }
      </Answered>
    </>
  );
}

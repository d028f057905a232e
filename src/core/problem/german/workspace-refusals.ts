/** In German: why what a workspace has is not found, made or changed. */
import type { workspaceRefusals } from "../workspace-refusals.ts";
import type { GermanOf } from "./german-entry.ts";

const RULES = "Einstellungen → Regeln";

export const germanWorkspaceRefusals: GermanOf<typeof workspaceRefusals> = {
  field_unknown: {
    title: "Dieses Feld gibt es nicht",
    cause: "Der Arbeitsbereich hat kein Feld, das so heißt.",
    fix: "Wählen Sie ein anderes Feld, oder legen Sie es unter Einstellungen → Felder an.",
  },
  field_exists: {
    title: "Das Feld gibt es schon",
    cause: "Ein anderes Feld des Arbeitsbereichs hat diesen Schlüssel.",
    fix: "Verwenden Sie das vorhandene Feld, oder wählen Sie einen anderen Namen.",
  },
  field_invalid: {
    title: "Dieses Feld lässt sich nicht anlegen",
    cause: "Schlüssel, Art oder Optionen des Feldes passen nicht, oder ein eingebautes Feld hat diesen Schlüssel.",
    fix: "Verwenden Sie einen Schlüssel aus kleinen Buchstaben, Ziffern und Unterstrichen, und Optionen nur bei einer Auswahl.",
  },
  account_not_found: {
    title: "Ein Konto mit dieser ID gibt es nicht",
    cause: "Der Arbeitsbereich hat kein Konto mit dieser ID, oder es wurde gelöscht.",
    fix: "Suchen Sie das Konto in der Liste der Konten.",
  },
  opportunity_unknown: {
    title: "Diese Verkaufschance gibt es nicht",
    cause: "Der Arbeitsbereich hat keine Verkaufschance mit dieser ID, oder sie wurde gelöscht.",
    fix: "Suchen Sie sie in der Liste der Verkaufschancen.",
  },
  pipeline_not_found: {
    title: "Eine Pipeline dieses Namens gibt es nicht",
    cause: "Der Arbeitsbereich hat keine Pipeline mit dieser ID oder diesem Namen.",
    fix: "Einstellungen → Pipelines zeigt, welche es gibt.",
  },
  contact_unknown: {
    title: "Diesen Kontakt gibt es nicht",
    cause: "Der Arbeitsbereich hat keinen Kontakt mit dieser ID, oder er wurde gelöscht.",
    fix: "Suchen Sie den Kontakt in der Liste der Kontakte.",
  },
  workspace_unknown: {
    title: "Diesen Arbeitsbereich gibt es nicht",
    cause: "Kein Arbeitsbereich heißt so, oder Sie sind dort nicht Mitglied.",
    fix: "Wählen Sie oben links einen Ihrer Arbeitsbereiche.",
  },
  workspace_exists: {
    title: "Den Arbeitsbereich gibt es schon",
    cause: "Ein anderer Arbeitsbereich heißt so.",
    fix: "Verwenden Sie den vorhandenen, oder wählen Sie einen anderen Namen.",
  },
  workspace_invalid: {
    title: "So kann ein Arbeitsbereich nicht heißen",
    cause: "Der Name enthält Zeichen, die er nicht haben darf, oder er ist leer oder zu lang.",
    fix: "Verwenden Sie kleine Buchstaben, Ziffern und Bindestriche, etwa acme-vertrieb.",
  },
  source_exists: {
    title: "Die Quelle gibt es schon",
    cause: "Der Arbeitsbereich hat eine verbundene Quelle dieses Namens.",
    fix: "Ändern Sie diese, oder wählen Sie einen anderen Namen.",
  },
  source_unknown: {
    title: "Diese Quelle gibt es nicht",
    cause: "Keine verbundene Quelle des Arbeitsbereichs heißt so.",
    fix: "Einstellungen → Verbundene Quellen zeigt, welche es gibt.",
  },
  source_invalid: {
    title: "Das kann keine Quelle sein",
    cause: "Name, Art oder eine Option der Quelle ist keine, die eine Quelle haben kann.",
    fix: "Wählen Sie eine der angebotenen Arten, und prüfen Sie ihre Optionen.",
  },
  tag_exists: {
    title: "Das Tag gibt es schon",
    cause: "Der Arbeitsbereich hat dieses Tag, vielleicht anders groß- und kleingeschrieben.",
    fix: "Verwenden Sie das vorhandene Tag.",
  },
  tag_invalid: {
    title: "Das kann kein Tag sein",
    cause: "Der Text ist leer, länger als 200 Zeichen, oder er ist keiner.",
    fix: "Verwenden Sie einen kurzen Namen, etwa Frühjahrsmesse.",
  },
  tag_not_there: {
    title: "Der Arbeitsbereich hat dieses Tag nicht",
    cause: "Der Text ist keines der Tags des Arbeitsbereichs, und nichts hier macht es dazu.",
    fix: `Wählen Sie ein vorhandenes Tag, oder fügen Sie dieses unter Einstellungen → Tags hinzu. Ob Importe Tags anlegen, steht unter ${RULES}.`,
  },
  tag_in_use: {
    title: "Kontakte haben dieses Tag",
    cause:
      "Ein Tag wird erst entfernt, wenn kein Kontakt es hat: Was Kontakte enthalten, ändern Importe, die sich zurücknehmen lassen.",
    fix: "Filtern Sie die Kontakte nach dem Tag, und nehmen Sie es ihnen zuerst.",
  },
  do_not_touch_off: {
    title: "„Nicht ansprechen“ wird hier nicht verwendet",
    cause: "Die Regeln lassen nicht zu, dass Kontakte als „Nicht ansprechen“ markiert werden.",
    fix: `Nehmen Sie das Häkchen heraus, oder erlauben Sie es unter ${RULES}.`,
  },
  member_unknown: {
    title: "Dieses Mitglied gibt es nicht",
    cause: "Kein Mitglied des Arbeitsbereichs hat diese ID, diesen Namen oder diese Adresse, oder es wurde entfernt.",
    fix: "Wählen Sie ein vorhandenes Mitglied, oder nehmen Sie die Person unter Einstellungen → Mitglieder auf.",
  },
  member_ambiguous: {
    title: "Mehrere Mitglieder heißen so",
    cause: "Zwei oder mehr Mitglieder haben diesen Namen; wer gemeint ist, ist unklar.",
    fix: "Verwenden Sie statt des Namens die E-Mail-Adresse.",
  },
  member_exists: {
    title: "Die E-Mail-Adresse hat schon ein Mitglied",
    cause: "Ein anderes Mitglied des Arbeitsbereichs, vielleicht ein entferntes, hat diese Adresse.",
    fix: "Ändern Sie dieses Mitglied, oder verwenden Sie eine andere Adresse.",
  },
  member_invalid: {
    title: "Das kann kein Mitglied sein",
    cause:
      "Die E-Mail-Adresse hat nicht die Form einer Adresse, der Name ist leer oder zu lang, oder die Rolle gibt es nicht.",
    fix: "Geben Sie eine Adresse wie ann@example.com, einen Namen und eine der Rollen an.",
  },
  member_last_admin: {
    title: "Der Arbeitsbereich hätte keinen Admin mehr",
    cause:
      "Das Mitglied ist der einzige Admin des Arbeitsbereichs, und niemand sonst könnte diese Rolle wieder vergeben.",
    fix: "Machen Sie zuerst ein anderes Mitglied zum Admin.",
  },
  workflow_unknown: {
    title: "Diesen Workflow gibt es nicht",
    cause: "Der Arbeitsbereich hat keinen Workflow mit diesem Namen oder dieser ID.",
    fix: "Wählen Sie einen vorhandenen oder keinen, oder legen Sie ihn unter Einstellungen → Abläufe an.",
  },
  workflow_exists: {
    title: "Den Workflow gibt es schon",
    cause: "Ein anderer Workflow des Arbeitsbereichs heißt so.",
    fix: "Ändern Sie den vorhandenen, oder wählen Sie einen anderen Namen.",
  },
  workflow_invalid: {
    title: "Das ist kein Workflow",
    cause: "Das Dokument ist kein Name mit einer Liste von Schritten, oder ein Schritt ist nicht, wie er sein muss.",
    fix: "Berichtigen Sie, was genannt ist.",
  },
  workflow_not_allowed: {
    title: "Kontakte kommen hier nicht in Workflows",
    cause: "Die Regeln des Arbeitsbereichs stellen neue Kontakte in keinen Workflow.",
    fix: `Importieren Sie ohne Workflow, oder erlauben Sie es unter ${RULES}.`,
  },
  effect_unknown: {
    title: "Diese Wirkung gibt es nicht",
    cause:
      "Der Arbeitsbereich hat keine Mail, keinen Beitrag und keinen Aufruf mit dieser ID, oder ihr Stand lässt das nicht zu.",
    fix: "Wählen Sie eine aus der Liste der Aufgaben.",
  },
};

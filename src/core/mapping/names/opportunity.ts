/** Names of the fields of opportunities, and of pipelines and their stages. A file of contacts has none of these fields. */
import type { NamesOfField } from "./names-of-field.ts";

export const OPPORTUNITY_NAMES: readonly NamesOfField[] = [
  { field: "opportunity_id", plain: ["opportunity id, muster opportunity id, deal id, lead id, card id, hs deal id"] },
  {
    field: "opportunity_external_id",
    plain: [
      "opportunity external id, external opportunity id, deal external id, external deal id, opportunity ref, deal ref, opportunity number, deal number, Auftragsnummer, Angebotsnummer",
    ],
    qualified: ["external id, record id, id, uid, uuid, guid, reference, hs object id"],
  },
  {
    field: "opportunity_name",
    plain: [
      "opportunity name, opportunity, opportunity title, deal name, deal, deal title, dealname, lead name, lead title, potential name, potential, card name, card title",
      "Verkaufschance, Name der Verkaufschance, Opportunity-Name, Deal-Name, Chance, Auftrag, affaire, nom de l'affaire, opportunité, nom de l'opportunité, transaction, nom de la transaction",
      "oportunidad, nombre de la oportunidad, nombre del negocio, negocio, trato, opportunità, nome opportunità, nome della trattativa, trattativa, affare",
      "oportunidade, nome da oportunidade, nome do negócio, negócio, verkoopkans, naam verkoopkans, dealnaam, szansa sprzedaży, nazwa szansy, сделка, название сделки, 商机, 商机名称, 商談, 商談名, 영업기회",
    ],
    qualified: ["name, title, Titel, titre, título, titolo, subject, Betreff, nom, nombre, nome, naam"],
  },
  {
    field: "opportunity_pipeline",
    plain: [
      "pipeline, pipeline name, deal pipeline, sales pipeline, opportunity pipeline, Vertriebspipeline, Pipeline-Name, pipeline de vente, pipeline des ventes, canal de ventas, embudo, embudo de ventas, pipeline di vendita, funil, funil de vendas, verkooppijplijn, pijplijn, lejek, воронка, воронка продаж, パイプライン, 管道",
    ],
    qualified: ["sales process, funnel, board"],
  },
  {
    field: "opportunity_stage",
    plain: [
      "stage, stage name, deal stage, dealstage, opportunity stage, pipeline stage, sales stage, lead stage, list name, Phase, Verkaufsphase, Deal-Phase, Vertriebsphase, étape, étape de l'affaire, étape de la vente, étape du pipeline, phase de vente",
      "etapa, etapa del negocio, etapa de venta, etapa de la oportunidad, fase, fase della trattativa, fase di vendita, etapa do negócio, etapa do funil, verkoopfase, dealfase, etap, etap sprzedaży, этап, этап сделки, стадия, 阶段, 销售阶段, フェーズ, 단계",
    ],
    qualified: ["column, list, Stufe, stadium"],
  },
  {
    field: "opportunity_value",
    plain: [
      "value, lead value, deal value, opportunity value, monetary value, amount, deal amount, opportunity amount, expected revenue, potential value, price, total value",
      "Wert, Betrag, Auftragswert, Deal-Wert, Auftragssumme, Umsatz, erwarteter Umsatz, montant, valeur, montant de l'affaire, valeur de l'affaire, importe, valor, monto, valor del negocio, importo, valore, valore della trattativa",
      "valor do negócio, montante, waarde, bedrag, dealwaarde, wartość, kwota, wartość szansy, сумма, бюджет, 金额, 金額, 금액",
    ],
    qualified: ["revenue, budget, worth, sum, total, size"],
  },
  {
    field: "opportunity_status",
    plain: [
      "status, opportunity status, deal status, lead status, Deal-Status, statut, statut de l'affaire, estado, estado del negocio, stato, stato della trattativa, status do negócio, статус, 状态, ステータス, 상태",
    ],
    qualified: ["state, outcome, result"],
  },
  {
    field: "opportunity_owner",
    plain: [
      "opportunity owner, deal owner, lead owner, opportunity owner email, deal owner email, assigned user, opportunity assigned to, sales rep, sales person, salesperson, Deal-Inhaber, Zuständiger Mitarbeiter für Deal, propriétaire de la transaction, propriétaire de l'affaire, propietario del negocio, proprietario della trattativa, proprietário do negócio, dealeigenaar",
    ],
    qualified: [
      "owner, owner email, owner name, assigned, assigned to, Besitzer, Inhaber, Verantwortlicher, propriétaire, responsable, propietario, proprietario, proprietário, eigenaar",
    ],
  },
  {
    field: "opportunity_source",
    plain: [
      "opportunity source, lead source, deal source, source, Quelle, Lead-Quelle, Leadquelle, source du lead, source de l'affaire, origine, fuente, origen, fuente del lead, fonte, origine del lead, origem, fonte do lead, bron, leadbron, źródło, источник, 来源, 流入元",
    ],
    qualified: ["channel, original source, campaign source"],
  },
  {
    field: "opportunity_close_date",
    plain: [
      "close date, expected close, expected to close, expected close date, expected closing date, closing date, closed date, close on, estimated close date, opportunity close date, deal close date, Abschlussdatum, erwartetes Abschlussdatum, voraussichtliches Abschlussdatum",
      "date de clôture, date de fermeture, date de clôture prévue, date de signature prévue, fecha de cierre, fecha de cierre prevista, fecha estimada de cierre, data di chiusura, data di chiusura prevista, data de fechamento, data prevista de fechamento, sluitingsdatum, verwachte sluitingsdatum",
      "data zamknięcia, przewidywana data zamknięcia, дата закрытия, 成交日期, 预计成交日期, 完了予定日",
    ],
    qualified: ["won lost date, won time, due date"],
  },
  {
    field: "opportunity_notes",
    plain: ["opportunity notes, deal notes, opportunity note, deal note, opportunity description, deal description"],
    qualified: [
      "notes, note, description, comments, comment, Notizen, Notiz, Beschreibung, remarques, notas, note, notities, notatki",
    ],
  },
  { field: "contact_id", plain: ["contact id, primary contact id, associated contact id, person id"] },
  {
    field: "contact_external_id",
    plain: ["contact external id, external contact id, contact ref, customer contact id"],
  },
  { field: "stage_id", plain: ["stage id"] },
  { field: "stage_pipeline_id", plain: ["pipeline id, pipelineid, pipeline key, funnel id"] },
  {
    field: "stage_pipeline_name",
    plain: [
      "pipeline name, pipeline, pipeline title, funnel, sales pipeline, board, Pipeline-Name, Vertriebspipeline, Vertriebsprozess, pipeline de vente, embudo, embudo de ventas, pipeline di vendita, funil, funil de vendas, pijplijn, lejek",
    ],
  },
  {
    field: "stage_is_default",
    plain: [
      "is default, default, default pipeline, standard, is default pipeline, is standard, Standardpipeline, ist Standard, par défaut, por defecto, predeterminado, predefinita, padrão, standaard, domyślny",
    ],
  },
  {
    field: "stage_stage_name",
    plain: [
      "stage name, stage, name, step, stage label, stage title, pipeline stage, deal stage, sales stage, Phase, Phasenname, Stufe, Verkaufsphase, Vertriebsphase, Name der Phase, étape, nom de l'étape, etapa, nombre de la etapa, nome da etapa, fase, nome fase, etap, nazwa etapu",
    ],
  },
  {
    field: "stage_position",
    plain: [
      "position, stage position, order, sort order, display order, rank, sequence, stage order, no, nr, Reihenfolge, Rang, Sortierung, Reihung, ordre, rang, orden, posición, ordine, posizione, ordem, posição, volgorde, positie, kolejność, pozycja",
    ],
  },
  {
    field: "stage_is_closed_won",
    plain: [
      "is closed won, closed won, is won, won, closedwon, won stage, gewonnen, ist gewonnen, abgeschlossen gewonnen, gagné, gagnée, ganado, ganada, vinto, vinta, ganho, ganha, gewonnen fase, wygrany, wygrana",
    ],
  },
  {
    field: "stage_is_closed_lost",
    plain: [
      "is closed lost, closed lost, is lost, lost, closedlost, lost stage, verloren, ist verloren, abgeschlossen verloren, perdu, perdue, perdido, perdida, perso, persa, verloren fase, przegrany, przegrana",
    ],
  },
];

/** Names of the fields that a CRM keeps about a contact: tags, owner, notes, and what is not to be sent. */
import type { NamesOfField } from "./names-of-field.ts";

export const CRM_NAMES: readonly NamesOfField[] = [
  {
    field: "tags",
    plain: [
      "tags, tag, tag list, contact tags, tag names, Schlagworte, Schlagwörter, Stichwörter, étiquettes, étiquette, mots-clés",
      "etiquetas, etiqueta, etichette, etichetta, marcadores, etykiety, etykieta, tagi, taggar, теги, метки, 标签, タグ, 태그",
    ],
    qualified: [
      "labels, label, group membership, category id name",
      "categories, category, Kategorien, Kategorie, catégories, catégorie, categorías, categoría, categorie, categoria, categorias, categorieën, kategorie, kategoria, keywords",
    ],
  },
  {
    field: "owner",
    plain: [
      "Ответственный, ответственный сотрудник, responsible person, Zuständiger Mitarbeiter für Kontakt, Zuständiger Mitarbeiter, Kontaktverantwortlicher",
      "owner, contact owner, record owner, contact owner email, contact owner name, owner name, owner email, owner email address, assigned to, assigned user",
      "sales owner, owned by, salesperson, sales person, user id name, Verkäufer, vendeur, comercial asignado, verkoper",
      "assigned owner, Kontaktinhaber, Kontaktbesitzer, Besitzer des Kontakts, Für Kontakt zuständiger Mitarbeiter, propriétaire du contact",
      "propietario del contacto, proprietario del contatto, proprietário do contato, eigenaar contact, contacteigenaar, właściciel kontaktu",
    ],
  },
  {
    field: "account_managers",
    plain: [
      "account managers, account manager, account manager email, account manager emails, account managers emails, managers, manager, manager email, csm, customer success manager",
      "Kundenbetreuer, Betreuer, Account-Manager, gestionnaire de compte, responsable de compte, chargé de compte, gestor de cuenta, gestor da conta, responsabile account, accountmanager, opiekun klienta",
    ],
  },
  { field: "followers", plain: ["followers, follower, contact followers, Beobachter, abonnés, seguidores, volgers"] },
  {
    field: "notes",
    plain: [
      "notes, note, comments, comment, remarks, remark, contact notes, internal notes, general notes, additional notes, memo",
      "Notizen, Notiz, Bemerkung, Bemerkungen, Anmerkung, Anmerkungen, Kommentar, Kommentare, remarques, remarque, commentaires, commentaire",
      "notas, nota, comentarios, comentario, observaciones, observación, note, commenti, commento, osservazioni, annotazioni",
      "observações, observação, comentários, comentário, notities, notitie, opmerkingen, opmerking, notatki, notatka, uwagi, komentarz, komentarze",
      "anteckningar, noter, заметки, примечание, примечания, комментарий, 备注, 注释, メモ, 備考, 메모, 비고",
    ],
    qualified: ["description, Beschreibung"],
  },
  {
    field: "do_not_touch",
    plain: [
      "не беспокоить, не контактировать, не связываться",
      "não contatar, não contactar, nie kontaktować, nie kontaktować się, bitte nicht kontaktieren, Kontaktsperre",
      "do not touch, dnt, do not contact, do not disturb, dnd, nicht kontaktieren, ne pas contacter, no contactar, non contattare, niet benaderen",
    ],
  },
  {
    field: "email_opt_out",
    plain: [
      "Abmeldung von E-Mails, von allen E-Mails abgemeldet, désinscrit de tous les e-mails, dado de baja de todos los correos",
      "email blacklisted, email blocklisted, blocklisted from email, do not email, no bulk email, no bulk emails, no bulk emails user opt out, no email, unsubscribed from marketing emails, opted out of marketing emails",
      "E-Mail-Abmeldung, von E-Mails abgemeldet, keine E-Mails, désinscrit des e-mails, désabonné, pas d'e-mail, baja de correo, no enviar correos",
      "disiscritto, disiscritto dalle email, niente email, descadastrado, cancelou inscrição de e-mail, não enviar e-mail",
      "uitgeschreven, afgemeld voor e-mail, geen e-mail, wypisany, wypisany z e-maili, rezygnacja z e-maili",
      "email opt out, email optout, opt out email, email opt out flag, has opted out of email, opted out of email, opted out email, email unsubscribed",
      "email disabled, do not allow emails, do not allow bulk emails, do not bulk email, do not allow email, dnd email, dnd emails, marked email as spam",
      "E-Mails nicht zulassen, Massen-E-Mails nicht zulassen, ne pas autoriser les e-mails, no permitir correos electrónicos",
      "unsubscribed from all email, unsubscribed from email, unsubscribed from all emails, unsubscribed from emails, email opted out, E-Mail-Opt-out",
    ],
    qualified: [
      "unsubscribed, unsubscribe, opt out, opted out, optout, blocklisted, blacklisted, suppressed",
      "abgemeldet, Werbesperre, keine Werbung, Werbewiderspruch, désinscrit, désinscrite, dado de baja, отписан, отписался, отписана, отписка, 配信停止, 退订, 已退订, 수신거부, 수신 거부",
    ],
  },
  {
    field: "sms_opt_out",
    plain: [
      "do not allow sms, dnd sms, dnd text, dnd texts, do not sms",
      "sms blacklisted, sms blocklisted, do not text, no sms, keine SMS, SMS-Abmeldung, pas de sms, no enviar sms, niente sms, não enviar sms, geen sms, rezygnacja z sms",
      "sms opt out, sms optout, opt out sms, opted out of sms, text opt out, sms unsubscribed, unsubscribed from sms, has opted out of sms, SMS-Opt-out",
    ],
  },
];

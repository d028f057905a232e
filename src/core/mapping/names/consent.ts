/** Names of columns that say what a contact agreed to, by the opt-out that they are the opposite of. */
export type ConsentNames = { readonly field: "email_opt_out" | "sms_opt_out"; readonly names: readonly string[] };

/** What a column of states calls who may be written to, and who may not. */
export const NOT_OPTED_OUT =
  "subscribed, opted in, opt in, opted-in, opt-in, optin, single opt-in, double opt-in, singleoptin, doubleoptin, confirmed, granted, given, active, " +
  "allow, allowed, express, implied, abonniert, angemeldet, abonné, inscrit, suscrito, iscritto, geabonneerd";
export const OPTED_OUT =
  "unsubscribed, never subscribed, not subscribed, non-subscribed, non subscribed, nonsubscribed, no consent, opted out, opt out, opted-out, opt-out, optout, " +
  "cleaned, bounced, hard bounced, hard bounce, pending, pending confirmation, unconfirmed, awaiting confirmation, not confirmed, withdrawn, declined, denied, " +
  "suppressed, blocklisted, blacklisted, blocked, spam complaint, reported as spam, marked as spam, complained, spam, junk, archived, " +
  "transactional, nonmarketable, non-marketable, not set, temporary hold, held, do not allow, not allowed, revoked, " +
  "abgemeldet, désabonné, désinscrit, dado de baja, disiscritto, uitgeschreven, wypisany";

/** A question the other way round, or of something else: what yes means there is not said here. */
export const NOT_ASKED =
  /\b(?:not|no longer|never|stop|without|refuse|opt(?:ed|ing)?[ -]?out|unsubscribe)\b|n['’]t\b|\bby (?:phone|telephone|post|letter)\b|\b(?:nicht|kein\w*|telefonisch|per (?:telefon|post)|pas|plus|par téléphone|no (?:deseo|quiero|acepto)|por teléfono|non|niet|geen)\b/i;

/** Questions of forms: `I agree to receive emails`. Whether somebody did receive one is another question. */
const FOR_MAIL: readonly string[] = [
  String.raw`\b(?:to receive|agree to|consent to|opt(?:ed|ing)?[ -]?in|subscribe|sign (?:me|us) up)\b.*\b(?:e-?mails?|newsletters?|marketing|mailings?|contacted)\b`,
  String.raw`\b(?:may|can|could) we (?:e-?mail|contact|write to|send)\b`,
  String.raw`\b(?:dürfen|duerfen) wir\b.*\b(?:kontaktieren|anschreiben|informieren|schreiben)\b`,
  String.raw`\b(?:newsletter|werbung|angebote)\b.*\b(?:erhalten|bekommen|abonnieren|beziehen)\b`,
  String.raw`\b(?:recevoir|[ms]'abonner)\b.*\b(?:newsletters?|offres|e-?mails?|lettre d'information)\b`,
  String.raw`\b(?:recibir|suscribirme)\b.*\b(?:newsletters?|bolet[ií]n|ofertas|publicidad|correos|e-?mails?)\b`,
  String.raw`\b(?:ricevere|iscrivermi)\b.*\b(?:newsletter|offerte|comunicazioni|e-?mail)\b`,
  String.raw`\breceber\b.*\b(?:newsletters?|ofertas|novidades|e-?mails?)\b`,
  String.raw`\bnieuwsbrief\b.*\bontvangen\b`,
];
const FOR_TEXTS: readonly string[] = [
  String.raw`\b(?:to receive|agree to|consent to|opt(?:ed|ing)?[ -]?in)\b.*\b(?:sms|texts?|text messages?)\b`,
  String.raw`\b(?:may|can|could) we (?:text|sms)\b`,
];
const anyOf = (patterns: readonly string[]): RegExp => new RegExp(patterns.join("|"), "i");
export const ASKED_WORDS: Readonly<Record<"email" | "sms", RegExp>> = { email: anyOf(FOR_MAIL), sms: anyOf(FOR_TEXTS) };

export const CONSENT_NAMES: readonly ConsentNames[] = [
  {
    field: "email_opt_out",
    names: [
      "accepts marketing,accepts email marketing,email marketing,email marketing consent,email consent,marketing consent,marketing email consent",
      "email opt in,email optin,opt in email,opted in to email,opt in,optin,opted in,marketing opt in,marketing optin,email permission,permission to email",
      "abonné,abonné à la newsletter,abonniert,suscrito,iscritto,geabonneerd,subskrypcja",
      "is subscribed,email is subscribed,subscribed to newsletters,can email,email allowed,allow email,allow emails,subscribed,email subscribed,subscribed to email,subscribed to emails,consent to email,consent to marketing",
      "marketing mails consent,marketing mails,marketing emails consent,receives mailings,receive mailings,mailings,receives newsletter,receive newsletter",
      "newsletter,newsletter opt in,newsletter optin,newsletter subscription,newsletter subscribed,newsletter subscriber,subscribed to newsletter,subscribe to newsletter",
      "Newsletter-Anmeldung,Newsletter angemeldet,Newsletter abonniert,Newsletter erwünscht,Newsletter-Einwilligung,Newsletter-Empfänger",
      "ontvangt mailings,ontvangt nieuwsbrief,nieuwsbrief,reçoit les mailings,reçoit la newsletter,recibe newsletter,recibe boletín,riceve newsletter",
      "receive marketing emails,marketing emails,accepted marketing emails,accepts marketing emails,agreed to marketing,accepts newsletter",
      "E-Mail-Einwilligung,Einwilligung E-Mail,Werbeeinwilligung,Marketing-Einwilligung,Akzeptiert Marketing,Akzeptiert E-Mail-Marketing,E-Mail-Opt-in",
      "accepte le marketing,accepte le marketing par e-mail,accepte les e-mails marketing,consentement marketing,consentement e-mail,opt-in e-mail",
      "acepta marketing,acepta marketing por correo electrónico,acepta email marketing,acepta publicidad,consentimiento marketing,consentimiento email",
      "accetta marketing,accetta email marketing,accetta e-mail di marketing,consenso marketing,consenso email",
      "aceita marketing,aceita e-mail marketing,aceita marketing por e-mail,consentimento marketing,consentimento e-mail",
      "accepteert marketing,accepteert e-mailmarketing,toestemming marketing,marketingtoestemming,toestemming e-mail",
      "zgoda marketingowa,zgoda na marketing,zgoda e-mail,zgoda na e-mail,akceptuje marketing,akceptuje marketing e-mail",
    ],
  },
  {
    field: "sms_opt_out",
    names: [
      "accepts sms marketing,sms marketing,sms marketing consent,sms consent,sms opt in,sms optin,opt in sms,subscribed to sms,sms subscribed",
      "text opt in,text message opt in,text message consent,sms permission,can text,sms allowed,consent to sms",
      "SMS-Einwilligung,Einwilligung SMS,Akzeptiert SMS-Marketing,consentement sms,accepte le marketing par sms,opt-in sms",
      "consentimiento sms,acepta marketing por sms,consenso sms,accetta sms marketing,consentimento sms,aceita marketing por sms",
      "toestemming sms,accepteert sms-marketing,zgoda sms,zgoda na sms,akceptuje marketing sms",
    ],
  },
];

/** Columns that may hold the state of a subscription, or anything else. */
export const STATUS_NAMES: readonly ConsentNames[] = [
  {
    field: "email_opt_out",
    names: [
      "status,email status,marketing status,consent status,member status,contact status,subscription status,subscriber status",
    ],
  },
];

/** Columns that hold the state of a subscription, as long as their values do not speak of something else. */
export const OUTSPOKEN_STATUS_NAMES: readonly ConsentNames[] = [
  {
    field: "email_opt_out",
    names: [
      "email subscription status,email marketing status,email permission status,email consent status",
      "email subscriber status,marketing subscription,email subscription,opt in status,optin status,newsletter status,mailing status",
    ],
  },
  {
    field: "sms_opt_out",
    names: [
      "sms status,sms subscriber status,sms subscription status,sms marketing status,sms subscription,text status",
    ],
  },
];

/** Columns that say when, or by what, somebody opted out: a cell that is filled says that they did. */
export const SINCE_NAMES: readonly ConsentNames[] = [
  {
    field: "email_opt_out",
    names: [
      "unsub time,unsub date,unsubscribe time,unsubscribe date,unsubscribed time,unsubscribed date,unsubscribed at,unsubscribed on,date unsubscribed,time unsubscribed",
      "clean time,opt out date,opt out time,opted out at,opted out on,opted out date,email opt out date,email opted out at,confirmed opt out date",
      "date of opt out,email suppressions,spam complaint date,complained at,email opt out time,email unsubscribed at,unsubscribed from email at",
      "Newsletter abgemeldet am,von E-Mails abgemeldet am,date de désinscription,date de désabonnement,data di disiscrizione,fecha de desuscripción,uitgeschreven op",
    ],
  },
  { field: "sms_opt_out", names: ["sms opt out date,sms unsubscribed at,sms opted out at,sms suppressions"] },
];

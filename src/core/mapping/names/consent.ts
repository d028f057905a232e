/** Names of columns that say what a contact agreed to, by the opt-out that they are the opposite of. */
export type ConsentNames = { readonly field: "email_opt_out" | "sms_opt_out"; readonly names: readonly string[] };

export const CONSENT_NAMES: readonly ConsentNames[] = [
  {
    field: "email_opt_out",
    names: [
      "accepts marketing,accepts email marketing,email marketing,email marketing consent,email consent,marketing consent,marketing email consent",
      "email opt in,email optin,opt in email,opted in to email,opt in,optin,opted in,marketing opt in,marketing optin,email permission,permission to email",
      "abonné,abonné à la newsletter,abonniert,suscrito,iscritto,geabonneerd,subskrypcja",
      "can email,email allowed,allow email,allow emails,subscribed,email subscribed,subscribed to email,subscribed to emails,consent to email,consent to marketing",
      "receive marketing emails,marketing emails,agreed to marketing,accepts newsletter",
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
      "status,email status,subscription status,subscriber status,email subscription status,email marketing status,marketing status,consent status",
      "marketing subscription,email subscription,member status,contact status,opt in status,optin status",
    ],
  },
  {
    field: "sms_opt_out",
    names: ["sms status,sms subscription status,sms marketing status,sms subscription,text status"],
  },
];

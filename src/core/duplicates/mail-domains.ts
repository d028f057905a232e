/** Mail providers for everybody: two people of one of them have nothing in common, and their names are often mistyped. */
import { oneSlip } from "./one-slip.ts";

const PROVIDERS: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.es yahoo.it yahoo.co.in yahoo.co.jp yahoo.com.br ymail.com
  hotmail.com hotmail.co.uk hotmail.fr hotmail.de hotmail.it hotmail.es outlook.com outlook.fr outlook.de outlook.es live.com live.co.uk
  live.fr msn.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de mail.com
  mail.ru yandex.ru yandex.com bk.ru list.ru inbox.ru rambler.ru ukr.net qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net
  orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it alice.it wp.pl o2.pl onet.pl interia.pl seznam.cz
  bluewin.ch proton.me protonmail.com zoho.com fastmail.com comcast.net verizon.net att.net sbcglobal.net btinternet.com uol.com.br
  bol.com.br terra.com.br docomo.ne.jp ezweb.ne.jp rediffmail.com`.split(/\s+/),
);

export const isProvider = (domain: string): boolean => PROVIDERS.has(domain);

/** Of two domains one is known as a provider's, and the other is that with a slip of the pen: `gmial.com`, `gmail.con`. */
export function isProviderSlip(one: string, other: string): boolean {
  if (PROVIDERS.has(one) === PROVIDERS.has(other)) return false;
  return oneSlip(one, other) !== null;
}

/** Mailboxes of a function, which several people read. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  `info sales office contact hello support admin mail service team accounts accounting billing invoice invoices enquiries enquiry hr jobs
  marketing press purchasing orders order kontakt buero vertrieb verwaltung buchhaltung contato contacto ventas vendas administracion
  compras accueil comptabilite commercial direction secretariat amministrazione ufficio biuro sekretariat reception noreply webmaster`.split(
    /\s+/,
  ),
);

export const isFunctionMailbox = (local: string): boolean => FUNCTIONS.has(local);

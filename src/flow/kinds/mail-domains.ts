/** What the domain of an e-mail address tells: free mail, mail that is thrown away, or a slip of the fingers. */

/** Mail anybody can have. Source: the providers' own pages; those that slips are compared with come first. */
const COMMON = (
  'gmail.com yahoo.com hotmail.com outlook.com icloud.com live.com msn.com aol.com googlemail.com ' +
  'gmx.de gmx.net web.de t-online.de freenet.de hotmail.de yahoo.de outlook.de gmx.at gmx.ch bluewin.ch ' +
  'hotmail.co.uk yahoo.co.uk btinternet.com orange.fr hotmail.fr yahoo.fr laposte.net libero.it ' +
  'comcast.net verizon.net protonmail.com maktoob.com'
).split(' ');
const FREE: ReadonlySet<string> = new Set([
  ...COMMON,
  ...(
    'me.com mac.com ymail.com rocketmail.com gmx.com mail.com mail.de email.de posteo.de mailbox.org arcor.de ' +
    'vodafone.de aon.at chello.at hispeed.ch sunrise.ch proton.me pm.me tutanota.com tuta.io tuta.com ' +
    'zoho.com fastmail.com hey.com hushmail.com yandex.com yandex.ru mail.ru inbox.ru list.ru bk.ru rambler.ru ' +
    'qq.com 163.com 126.com sina.com foxmail.com naver.com daum.net hanmail.net rediffmail.com yahoo.co.in ' +
    'sky.com talktalk.net virginmedia.com ntlworld.com blueyonder.co.uk live.co.uk outlook.fr free.fr sfr.fr ' +
    'wanadoo.fr alice.it tin.it virgilio.it hotmail.it yahoo.it hotmail.es yahoo.es ziggo.nl kpnmail.nl ' +
    'hetnet.nl telenet.be skynet.be wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz uol.com.br bol.com.br ' +
    'att.net sbcglobal.net bellsouth.net cox.net charter.net shaw.ca rogers.com bigpond.com optusnet.com.au'
  ).split(' '),
]);
/** Mail that is gone tomorrow, by name or by what such services call themselves. */
const FLEETING =
  /^(?:.*\.)?(?:mailinator|yopmail|guerrillamail(?:block)?|sharklasers|maildrop|dispostable|getnada|nada|mohmal|moakt|emailondeck|mintemail|spamgourmet|mytemp|discard|trashmail|getairmail|fakeinbox|tempr|grr|33mail|minuteinbox)\.[a-z.]+$|(?:^|\.)[a-z\d-]*(?:temp|trash|throwaway|disposable|\d+minute|burner|fake)-?(?:e?mail|inbox)[a-z\d-]*\./;

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** What sort of address this is; `undefined`: one at work, as far as anybody can tell. */
export function notBusiness(address: string): 'disposable' | 'free' | undefined {
  const domain = domainOf(address);
  return FLEETING.test(domain) ? 'disposable' : FREE.has(domain) ? 'free' : undefined;
}

/**
 * The address that was probably meant: "jo@gmial.com" gives "jo@gmail.com". `undefined` where nothing is known to
 * be wrong. A suggestion only: somebody may well have that address.
 */
export function likelyAddress(address: string): string | undefined {
  const domain = domainOf(address);
  if (FREE.has(domain) || notBusiness(address)) return undefined;
  const [close, another] = COMMON.filter((common) => isSlipOf(domain, common));
  return close === undefined || another !== undefined
    ? undefined
    : address.slice(0, address.lastIndexOf('@') + 1) + close;
}

/** The shortest name that is compared: "aol.com" is one letter from too many others. */
const SHORTEST = 8;

/**
 * Whether one slip lies between them: a letter too many, too few, wrong, or two that changed places. The first
 * letter is hardly ever wrong, and "mail.com" is no slip of "gmail.com".
 */
function isSlipOf(domain: string, meant: string): boolean {
  if (meant.length < SHORTEST || domain[0] !== meant[0] || Math.abs(domain.length - meant.length) > 1) return false;
  let start = 0;
  while (start < domain.length && domain[start] === meant[start]) start += 1;
  const [rest, wanted] = [domain.slice(start), meant.slice(start)];
  return (
    rest.slice(1) === wanted ||
    rest === wanted.slice(1) ||
    rest.slice(1) === wanted.slice(1) ||
    (rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2))
  );
}

/** A mail server that takes what the facts allow and refuses the rest, as a strict one does. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { faultsIn } from './read.js';

export interface MailServer {
  /** For SMTP_URL. */
  readonly url: string;
  /** What it took, as Latin-1. */
  readonly mails: string[];
  close(): Promise<void>;
}

export const openMailServer = async (): Promise<MailServer> => {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    // The least that a server may offer: octets above 127 have to be encoded.
    hide8BITMIME: true,
    hideSMTPUTF8: true,
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const mail = Buffer.concat(chunks).toString('latin1');
        const faults = faultsIn(mail);
        if (faults.length > 0) {
          done(Object.assign(new Error(`5.6.0 ${faults.join(', ')}`), { responseCode: 554 }));
          return;
        }
        mails.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
};

import { connect, type Pdu, type Session } from 'smpp';
import type { Log } from '../log';
import type { SmppConfig } from './smppConfig';

const OPENING_MILLIS = 30_000;
const ENQUIRE_MILLIS = 30_000;
const FIRST_PAUSE_MILLIS = 500;
const LONGEST_PAUSE_MILLIS = 60_000;

/** The other side is there for now, but takes nothing: it sends a receipt again later. */
const TEMPORARY_FAULT = 0x64;

/** The answer to a request; `silent` where none came in time, `unbound` where nothing was sent. */
export type Response = { readonly pdu: Pdu } | 'silent' | 'unbound';

export interface SmppLink {
  submit(options: object): Promise<Response>;
  stop(): Promise<void>;
}

/**
 * A bound session that is made anew whenever it breaks.
 * @param onDeliver is given what the other side brings, a receipt for example; it is brought again where this rejects.
 */
export function openSmppLink(config: SmppConfig, onDeliver: (pdu: Pdu) => Promise<void>, log: Log): SmppLink {
  let session: Session | null = null;
  let bound = false;
  let stopped = false;
  let pause = FIRST_PAUSE_MILLIS;
  let waiting: NodeJS.Timeout | undefined;
  /** Those who wait for an answer on the session that is open. */
  const open = new Set<() => void>();

  function ask(send: (callback: (pdu: Pdu) => void) => boolean): Promise<Response> {
    return new Promise((resolve) => {
      const settle = (response: Response) => {
        clearTimeout(timer);
        open.delete(giveUp);
        resolve(response);
      };
      const giveUp = () => {
        settle('silent');
      };
      const timer = setTimeout(giveUp, config.responseMillis);
      open.add(giveUp);
      const left = send((pdu) => {
        settle({ pdu });
      });
      if (!left) settle('unbound');
    });
  }

  function start(): void {
    const own = connect({ host: config.host, port: config.port, tls: config.tls });
    session = own;
    // The library waits for ever for a connection, and so does TLS for the other side to speak.
    const opening = setTimeout(() => {
      own.destroy();
    }, OPENING_MILLIS);
    // An error is followed by a close, where everything is done that is to be done.
    own.on('error', (error: Error) => {
      log.warn({ code: 'code' in error ? error.code : error.name }, 'the SMPP connection failed');
    });
    own.on(config.tls ? 'secureConnect' : 'connect', () => {
      clearTimeout(opening);
      void bind(own);
    });
    own.on('enquire_link', (pdu: Pdu) => own.send(pdu.response()));
    own.on('unbind', (pdu: Pdu) => {
      own.send(pdu.response());
      own.close();
    });
    own.on('deliver_sm', (pdu: Pdu) => {
      onDeliver(pdu).then(
        () => own.send(pdu.response()),
        (error: unknown) => {
          log.warn({ err: error }, 'a delivery receipt could not be taken in');
          own.send(pdu.response({ command_status: TEMPORARY_FAULT }));
        }
      );
    });
    own.on('close', () => {
      clearTimeout(opening);
      bound = false;
      open.forEach((giveUp) => {
        giveUp();
      });
      if (stopped || session !== own) return;
      waiting = setTimeout(start, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    });
  }

  async function bind(own: Session): Promise<void> {
    const { systemId, password, systemType } = config;
    const response = await ask((callback) =>
      own.bind_transceiver(
        { system_id: systemId, password, system_type: systemType, interface_version: 0x34 },
        callback
      )
    );
    const status = typeof response === 'object' ? response.pdu.command_status : response;
    if (status !== 0) {
      log.error({ status }, 'the SMPP server does not let us bind');
      own.destroy();
      return;
    }
    bound = true;
    pause = FIRST_PAUSE_MILLIS;
    await keepAlive(own);
  }

  async function keepAlive(own: Session): Promise<void> {
    const isOpen = () => bound && session === own;
    while (isOpen()) {
      await new Promise((resolve) => setTimeout(resolve, ENQUIRE_MILLIS).unref());
      if (!isOpen()) return;
      if (typeof (await ask((callback) => own.enquire_link(callback))) === 'string') own.destroy();
    }
  }

  start();
  return {
    submit: (options) => {
      const own = session;
      return bound && own !== null
        ? ask((callback) => own.submit_sm(options, callback))
        : Promise.resolve('unbound' as const);
    },
    async stop() {
      stopped = true;
      clearTimeout(waiting);
      const own = session;
      if (bound && own !== null) await ask((callback) => own.unbind(callback));
      own?.destroy();
    },
  };
}

/** What we use of the library, which brings no types. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server as NetServer } from 'node:net';

  export interface Pdu {
    readonly command: string;
    readonly command_status: number;
    readonly sequence_number: number;
    readonly system_id?: string;
    readonly password?: string;
    readonly message_id?: string;
    readonly esm_class?: number;
    readonly data_coding?: number;
    readonly registered_delivery?: number;
    readonly source_addr?: string;
    readonly destination_addr?: string;
    readonly short_message?: { readonly udh?: readonly Buffer[]; readonly message: string | Buffer };
    readonly message_payload?: { readonly message: string | Buffer };
    readonly receipted_message_id?: string;
    readonly message_state?: number;
    readonly user_message_reference?: number;
    response(options?: object): Pdu;
  }

  export interface Session extends EventEmitter {
    send(pdu: Pdu): boolean;
    bind_transceiver(options: object, callback: (response: Pdu) => void): boolean;
    unbind(callback: (response: Pdu) => void): boolean;
    submit_sm(options: object, callback: (response: Pdu) => void): boolean;
    deliver_sm(options: object, callback?: (response: Pdu) => void): boolean;
    enquire_link(callback: (response: Pdu) => void): boolean;
    close(): void;
    destroy(): void;
    pause(): void;
    resume(): void;
  }

  export function connect(options: { host: string; port: number; tls: boolean }): Session;
  export function createServer(listener: (session: Session) => void): NetServer;
}

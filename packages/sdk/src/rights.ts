import { type AnswerOf, exportPath, rights } from '@five-micro/contract';
import { type Connection, transportKey } from './connection.ts';
import { isFiveMicroError } from './errors.ts';
import { fill, type Options, type Transport } from './transport.ts';

/** What someone may ask for about themself. */
export interface Rights {
  /**
   * Everything of mine as one ZIP archive: JSON, CSV and pictures.
   * @example
   * const archive = await client.me.export();
   * console.log(`${archive.size} bytes`);
   */
  export(options?: Pick<Options, 'signal'>): Promise<Blob>;
  /**
   * Erases the caller for good: name, words, pictures and the link to their account. What cannot be undone is asked twice by whoever calls this.
   * @example
   * const { erasedAt } = await client.me.erase();
   */
  erase(options?: Options): Promise<AnswerOf<typeof rights.erase>>;
}

/** @internal */
export const rightsOf = ({ call, open }: Transport): Rights => ({
  async export({ signal } = {}) {
    const archive = () => open(fill(exportPath), 'application/zip', signal);
    try {
      return await (await archive()).blob();
    } catch (error) {
      // The transport has forgotten the token that was refused; the next try has a new one.
      if (!isFiveMicroError(error) || !error.code.startsWith('token.')) throw error;
      return (await archive()).blob();
    }
  },
  erase: (options) => call(rights.erase, { options }),
});

const hasRights = (client: object): client is { me: Rights } => 'me' in client;

/** This feature over a connection, for whoever does not want to carry the whole client. */
export const rightsIn = (client: Connection): Rights => (hasRights(client) ? client.me : rightsOf(client[transportKey]));

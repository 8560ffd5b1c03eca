/** Why a message did not arrive, where it is not what the portal or the network answered: as it is kept and logged. */
export const outcomes = {
  wordless: 'it could not be put into words',
  stopped: 'the server was stopped',
  unregistered: 'the portal is registered no more',
  sealed: 'the secret does not open',
  private: 'it is an address of a private network',
  timeout: 'timeout',
} as const;

// @open-wc/testing imports @web/test-runner-commands for its snapshot assertions, and that module imports a file
// which only @web/dev-server serves. Vitest has snapshots of its own.
const unavailable = (): never => {
  throw new Error('Use Vitest snapshots: the commands of @web/test-runner are not available here.');
};

export const getSnapshotConfig = unavailable;
export const getSnapshots = unavailable;
export const getSnapshot = unavailable;
export const saveSnapshot = unavailable;
export const removeSnapshot = unavailable;
export const compareSnapshot = unavailable;

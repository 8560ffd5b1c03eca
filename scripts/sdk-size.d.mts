/** KB after gzip by what is imported: `createFiveMicro`, or one feature with `connect`. */
export function sdkSizes(): Promise<Record<string, number>>;

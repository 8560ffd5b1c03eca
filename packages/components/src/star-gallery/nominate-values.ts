/** What is written in the form, as it is kept as a draft. */
export interface Nominee {
  readonly who: string;
  readonly title: string;
  readonly sentence: string;
  readonly story: string;
  readonly asked: 'yes' | 'no' | '';
}

export const nobody: Nominee = { who: '', title: '', sentence: '', story: '', asked: '' };

export const mostWords = 60;

export const isEmpty = (values: Nominee): boolean => Object.values(values).every((value) => !value);

/** A draft as any script of the page may have written it. */
export function readNominee(raw: unknown): Nominee | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const text = (name: keyof Nominee): string => {
    const value: unknown = Reflect.get(raw, name);
    return typeof value === 'string' ? value : '';
  };
  const asked = text('asked');
  return {
    who: text('who'),
    title: text('title'),
    sentence: text('sentence'),
    story: text('story'),
    asked: asked === 'yes' || asked === 'no' ? asked : '',
  };
}

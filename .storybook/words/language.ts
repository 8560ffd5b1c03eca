/** What Storybook itself is read in: the same that the toolbar chooses for the stories. */
export type Language = 'zh-CN' | 'en';

export const languageOf = (globals: Readonly<Record<string, unknown>>): Language => (globals['lang'] === 'en' ? 'en' : 'zh-CN');

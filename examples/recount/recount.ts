// Counts a closed vote again in the browser: from an address on this server or from a file, and then without any network.
import { type Finding, readRecord, RecordError, type RoundRecord, verifyRecord } from '@five-micro/tally/record';
import { type Word, type Words, words } from './words.ts';

const asked = new URLSearchParams(location.search);
const language = (asked.get('lang') ?? navigator.language).startsWith('en') ? 'en' : 'zh-CN';
const { say, checks, why, when, numbers, ballots }: Words = words[language];

function part(name: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-${name}]`);
  if (!found) throw new Error(`The page has no ${name}.`);
  return found;
}

const made = (tag: string, text = '', className = ''): HTMLElement => {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = className;
  return element;
};

const tell = (word: Word | '') => {
  part('status').textContent = word === '' ? '' : say[word];
};

function speak(): void {
  document.documentElement.lang = language;
  document.title = say.title;
  for (const element of document.querySelectorAll<HTMLElement>('[data-say]')) {
    const word = element.dataset['say'];
    if (word !== undefined && word in say) element.textContent = say[word as Word];
  }
  const other = part('language');
  other.textContent = say.language;
  const to = new URLSearchParams(asked);
  to.set('lang', language === 'en' ? 'zh' : 'en');
  other.setAttribute('href', `?${to}`);
}

/** To the page that led here, which may be any portal's; a change of language does not lose it. */
function leadBack(): void {
  const own = document.referrer.startsWith(`${location.origin}${location.pathname}`);
  const from = own ? sessionStorage.getItem('from') : document.referrer;
  if (!from) return;
  sessionStorage.setItem('from', from);
  part('back-link').setAttribute('href', from);
  part('back').hidden = false;
}

/** As it was in the community, wherever this device is. */
const timeOf = (at: string): string =>
  new Date(at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' });

/** The record itself where a round's page or its API address was copied. */
const recordAt = (address: string) => (address.endsWith('.json') ? address : `${address.replace(/\/$/, '')}/record.json`);

const field = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

async function textOf(form: FormData): Promise<string | undefined> {
  const file = form.get('file');
  if (file instanceof File && file.size > 0) return file.text();
  const address = field(form, 'address');
  if (address === '') return undefined;
  const response = await fetch(recordAt(address));
  if (!response.ok) throw new TypeError('There is no record.');
  return response.text();
}

async function count(): Promise<void> {
  const element = part('form');
  if (!(element instanceof HTMLFormElement)) return;
  const form = new FormData(element);
  part('result').hidden = true;
  tell('counting');
  try {
    const text = await textOf(form);
    if (text === undefined) {
      tell('nothing');
      return;
    }
    const record = readRecord(text);
    const code = field(form, 'code');
    const signature = field(form, 'signature');
    show(record, await verifyRecord(record, code === '' ? undefined : { code, signature }));
    tell('');
  } catch (error) {
    tell(error instanceof RecordError ? 'no-record' : 'away');
  }
}

function show(record: RoundRecord, findings: readonly Finding[]): void {
  const holds = findings.every((finding) => finding.holds !== false);
  part('round').textContent = record.title ?? '';
  part('when').textContent = when(timeOf(record.opening.opensAt), timeOf(record.closing.closedAt));
  const verdict = part('verdict');
  verdict.textContent = holds ? say.holds : say.fails;
  verdict.className = holds ? '' : 'bad';
  part('checks').replaceChildren(...findings.map(shown));
  part('numbers').textContent = numbers(record.ballots.length, record.closing.paper);
  showOptions(record);
  const other = record.outcome.otherwise;
  part('otherwise-title').hidden = other === null;
  part('otherwise').replaceChildren(...(other?.winners ?? []).map((id) => made('li', titleOf(record, id))));
  part('result').hidden = false;
}

/** Digests are there to be compared; what else is known says where to look. */
function shown({ check, holds, detail }: Finding): HTMLElement {
  const line = made('li', '', holds ? '' : holds === null ? 'open' : 'bad');
  const text = made('span', checks[check]);
  if (detail !== undefined && (!holds || /^[0-9a-f]{64}$/.test(detail))) text.append(made('code', detail));
  line.append(text);
  return line;
}

function showOptions(record: RoundRecord): void {
  const { options } = record.outcome.outcome;
  const most = Math.max(1, ...options.map(({ votes }) => votes));
  part('options').replaceChildren(
    ...options.map((option) => {
      const line = made('li', '', option.won ? 'won' : '');
      const title = made('b', titleOf(record, option.id));
      title.dataset['won'] = say.won;
      const bar = document.createElement('meter');
      bar.max = most;
      bar.value = option.votes;
      bar.ariaHidden = 'true';
      line.append(title, made('span', ballots(option.votes), 'votes'), bar);
      if (!option.won) line.append(made('small', why[option.why]));
      return line;
    }),
  );
}

const titleOf = (record: RoundRecord, id: string): string => record.titles[id] || id;

speak();
leadBack();
const form = part('form');
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void count();
});
// A link to one vote: it is counted at once.
const round = asked.get('round');
const address = form.querySelector<HTMLInputElement>('[name=address]');
if (round !== null && address && /^[0-9a-f-]{36}$/.test(round)) {
  address.value = `/api/v1/rounds/${round}/record.json`;
  void count();
}

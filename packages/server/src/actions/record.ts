import type { Language } from '@five-micro/contract';
import { html, raw } from 'hono/html';
import { nameOf } from '../areas/statements.ts';
import type { Arrival } from '../http/dispatch.ts';
import { maskPhone } from '../identity/names.ts';
import { isUuid } from '../ids.ts';
import type { Ports } from '../ports.ts';
import { csv } from '../rights/csv.ts';
import { type Recorded, recorded, type ServiceRow, servicesOf } from './hours-statements.ts';
import { isRecordLink } from './record-links.ts';
import { type RecordWords, recordWords } from './record-words.ts';

/**
 * `GET /records/{member}` under a signed link: one's service as a page to print, with the particulars that the
 * ministry's rules on service records name (民政部令第67号), as far as they are known here; with `.csv` as a table.
 * Whoever comes late is told so in words, as they look at it in a window of its own.
 */
export async function serveRecord(ports: Ports, { url, language: asked }: Arrival, file: string): Promise<Response> {
  const language = languageIn(url) ?? asked;
  const words = recordWords[language];
  const id = file.replace(/\.csv$/, '');
  const member = isUuid(id) ? await recorded(ports.db, id) : undefined;
  if (!member || !(await isRecordLink(ports, member, url))) return page(await gone(words), 404);
  const lines = (await servicesOf(ports.db, { memberId: member.id, language })).map((row) => lineOf(row, member, language));
  if (file === id) return page(await record(words, await personOf(ports, member, language), lines, ports.clock()));
  const { date, time, title, content, forWhom, place, area, host } = words.columns;
  const headings = [date, time, title, content, forWhom, place, area, host, words.minutes];
  return new Response(
    csv(
      headings,
      lines.map((line) => [...cellsOf(line), line.minutes]),
    ),
    {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="five-micro-record-${day(ports.clock())}.csv"`,
      },
    },
  );
}

function languageIn(url: URL): Language | undefined {
  const lang = url.searchParams.get('lang');
  return lang === 'en' || lang === 'zh-CN' ? lang : undefined;
}

interface Line {
  date: string;
  time: string;
  title: string;
  content: string;
  forWhom: string | null;
  place: string;
  area: string;
  host: string;
  minutes: number;
}

/** As people in the community read a clock: Asia/Shanghai, which has no summer time. */
const local = (moment: Date): string => new Date(moment.getTime() + 8 * 60 * 60 * 1000).toISOString();
const day = (moment: Date): string => local(moment).slice(0, 10);
const clockTime = (moment: Date): string => local(moment).slice(11, 16);

function lineOf(row: ServiceRow, { root_settings: settings }: Recorded, language: Language): Line {
  const area = nameOf({ name: row.area_name, name_en: row.area_name_en }, language);
  const category = settings?.catalogue?.actionCategories.find(({ code }) => code === row.category);
  const until = day(row.ended) === day(row.began) ? clockTime(row.ended) : `${day(row.ended)} ${clockTime(row.ended)}`;
  return {
    date: day(row.began),
    time: `${clockTime(row.began)}–${until}`,
    title: row.title,
    content: (language === 'en' ? category?.en : category?.zh) ?? row.category,
    forWhom: row.for_whom,
    place: row.place,
    area,
    host: row.organisation_name ?? area,
    minutes: row.minutes,
  };
}

const cellsOf = (line: Line) => [line.date, line.time, line.title, line.content, line.forWhom, line.place, line.area, line.host];

interface Someone {
  name: string;
  area: string | null;
  phone: string | null;
}

async function personOf(
  { secrets }: Ports,
  { name, area_name, area_name_en, phone }: Recorded,
  language: Language,
): Promise<Someone> {
  return {
    name,
    area: area_name === null ? null : nameOf({ name: area_name, name_en: area_name_en ?? area_name }, language),
    phone: phone && maskPhone(await secrets.open(phone)),
  };
}

/** For paper first: black on white, and a table whose head is there again on every sheet. */
const style = `
@page { size: A4; margin: 16mm 14mm; }
:root { font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; color: #1d1b16; background: #fff; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; }
p { margin: 0 0 .5rem; }
dl { display: grid; grid-template-columns: minmax(5rem, max-content) minmax(0, 1fr); gap: .25rem 1rem; margin: 0; }
dt, th { font-weight: 600; }
dd { margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #77716a; padding: .3rem .5rem; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
td:first-child, td:nth-child(2), td:last-child { white-space: nowrap; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
footer { margin-top: 2rem; border-top: 1px solid #77716a; padding-top: .5rem; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } table { min-width: 48rem; } }
@media print { table { min-width: 0; } body { margin: 0; padding: 0; max-width: none; } .wide { overflow: visible; } :root { font-size: 10.5pt; } }
`;

function record(words: RecordWords, person: Someone, lines: readonly Line[], at: Date) {
  const { person: about, service, columns } = words;
  const length = (minutes: number) => words.hours(Math.floor(minutes / 60), minutes % 60);
  const sum = lines.reduce((minutes, line) => minutes + line.minutes, 0);
  const { date, time, title, content, forWhom, place, area, host } = columns;
  return document(
    words,
    words.title,
    html`<h1>${words.title}</h1>
<p>${words.what}</p>
<h2>${about.heading}</h2>
<dl>
<dt>${about.name}</dt><dd>${person.name}</dd>
<dt>${about.area}</dt><dd>${person.area ?? words.unknown}</dd>
<dt>${about.phone}</dt><dd>${person.phone ?? words.unknown}</dd>
<dt>${about.rest}</dt><dd>${words.unknown}</dd>
</dl>
<h2>${service.heading}</h2>
${
  lines.length === 0
    ? html`<p>${service.none}</p>`
    : html`<p>${service.sum(length(sum), lines.length)}</p>
<div class="wide" tabindex="0" role="region" aria-label="${service.heading}">
<table>
<thead><tr>${[date, time, title, content, forWhom, place, area, host, columns.length].map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
<tbody>
${lines.map((line) => html`<tr>${cellsOf(line).map((cell) => html`<td>${cell ?? ''}</td>`)}<td>${length(line.minutes)}</td></tr>`)}
</tbody>
</table>
</div>`
}
${[words.training, words.awards, words.evaluation].map((heading) => html`<h2>${heading}</h2><p>${words.unknown}</p>`)}
<footer>${words.madeAt(`${day(at)} ${clockTime(at)}`)}</footer>`,
  );
}

const gone = (words: RecordWords) =>
  document(words, words.gone.title, html`<h1>${words.gone.title}</h1><p>${words.gone.hint}</p>`);

const document = (words: RecordWords, title: string, body: unknown) => html`<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
${body}
</body>
</html>
`;

/** Nothing but these words and this one style: whatever somebody wrote into a title could neither run nor load anything. */
async function page(body: { toString(): string }, status = 200): Promise<Response> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style)));
  const hash = btoa(String.fromCharCode(...digest));
  return new Response(body.toString(), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'x-robots-tag': 'noindex',
    },
  });
}

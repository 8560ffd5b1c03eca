import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './pages.ts';

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** A folder that is gone afterwards. */
function within<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'five-micro-docs-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is wrong with a configuration of nginx by its look: braces that do not close, a directive without an end. */
export function faultsOfNginx(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/(^|\s)#.*$/, '').trim());
  const faults = lines.filter((line) => line !== '' && !/[;{}]$/.test(line)).map((line) => `"${line}" does not end`);
  const depths = lines
    .flatMap((line) => [...line.matchAll(/(?:^|\s)([{}])/g)].map(([, brace]) => (brace === '{' ? 1 : -1)))
    .reduce<number[]>((seen, step) => [...seen, (seen.at(-1) ?? 0) + step], []);
  if ((depths.at(-1) ?? 0) !== 0 || depths.some((depth) => depth < 0)) faults.push('its braces do not close');
  return faults;
}

/** What nginx itself says to a whole site; undefined where the machine has none. */
export function nginxOn(site: string): string | undefined {
  if (!has('nginx') || !has('openssl')) return undefined;
  return within((folder) => {
    const pair = ['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')];
    execFileSync('openssl', ['req', '-x509', '-nodes', '-newkey', 'rsa:2048', '-days', '1', '-subj', '/CN=localhost', ...pair], {
      stdio: 'ignore',
    });
    const here = site
      .replace(/\/etc\/letsencrypt\/live\/[^/]+/g, folder)
      .replaceAll('/var/log/nginx', folder)
      .replace(
        /listen (\[::\]:)?(443|80)\b/g,
        (_, v6: string | undefined, port: string) => `listen ${v6 ?? ''}${Number(port) + 28000}`,
      );
    const file = join(folder, 'nginx.conf');
    writeFileSync(file, `pid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\n${here}\n}\n`);
    const { status, stderr } = spawnSync('nginx', ['-t', '-q', '-c', file], { encoding: 'utf8' });
    return status === 0 ? '' : stderr;
  });
}

const sections = ['Unit', 'Service', 'Install'];

/** What is wrong with a unit of systemd by its look. */
export const faultsOfUnit = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => !/^(?:$|#|[A-Z][A-Za-z]+=\S)/.test(line) && !sections.some((name) => line === `[${name}]`))
    .map((line) => `"${line}" is no line of a unit`);

/** What systemd itself says to a unit; undefined where the machine has none. */
export function systemdOn(unit: string, name: string): string | undefined {
  if (!has('systemd-analyze')) return undefined;
  return within((folder) => {
    const program = join(folder, 'five-micro');
    writeFileSync(program, '#!/bin/sh\n');
    chmodSync(program, 0o755);
    mkdirSync(join(folder, 'units'));
    const file = join(folder, 'units', name);
    // The account and the program are not on this machine.
    writeFileSync(file, unit.replace('/usr/local/bin/five-micro', program).replace(/^User=.*$/m, 'User=root'));
    const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' });
    return stderr
      .split('\n')
      .filter((line) => line.includes(name.split('@')[0] ?? name))
      .join('\n');
  });
}

/** Whether a shell can read it. */
export const shellOn = (path: string): string => spawnSync('sh', ['-n', join(root, path)], { encoding: 'utf8' }).stderr;

export const fileOf = (path: string): string => readFileSync(join(root, path), 'utf8');

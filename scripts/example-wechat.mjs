// `npm run example:wechat`: examples/wechat on this machine, in front of the server of `npm start`, which is started where
// it does not run yet.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startDesk } from '../examples/wechat/desk/desk.mjs';
import { root } from './root.mjs';

const running = `http://localhost:${process.env.PORT ?? 8080}`;

async function behind() {
  const found = await fetch(`${running}/portal/personas`).catch(() => undefined);
  if (found?.ok) return running;
  const server = spawn(process.execPath, [join(root, 'scripts/start.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
  server.on('exit', (code) => process.exit(code ?? 0));
  return new Promise((resolve) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      console.log(line);
      const [, address] = /Five Micro(?: API)? is at (http:\/\/[^/\s]+)/.exec(line) ?? [];
      if (address) resolve(address);
    });
  });
}

const [, policy] =
  /<!-- policy -->\n```\nContent-Security-Policy: (.*)\n/.exec(readFileSync(join(root, 'docs/wechat.md'), 'utf8')) ?? [];
const { url } = await startDesk({ behind: await behind(), member: 'guli-abudu', policy, port: 8090 });
console.log(`examples/wechat, with a made-up WeChat: ${url}/h5/  (whoever signs in is 古丽·阿不都)`);

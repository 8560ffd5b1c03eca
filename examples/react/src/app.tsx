import type { FmCommunity, FmPointsLeaderboard, FmWishOpenEvent } from '@five-micro/components';
import type {} from '@five-micro/components/react';
import { useEffect, useRef, useState } from 'react';
import { getToken, signIn, signOut } from '../../shared/portal.ts';

export function App() {
  const community = useRef<FmCommunity>(null);
  const [who, setWho] = useState<string | null>(null);
  const [elder, setElder] = useState(false);
  const [period, setPeriod] = useState<FmPointsLeaderboard['period']>('all');
  const [said, setSaid] = useState('');

  // React takes over what a server wrote without giving elements their properties and listeners, and is surprised by
  // attributes that they set themselves. So they come alive afterwards; in a page that no server writes, import them at once.
  const [alive, setAlive] = useState(false);
  useEffect(() => {
    void import('../../shared/elements.ts').then(() => setAlive(true));
  }, []);

  const enter = async () => {
    setWho(await signIn());
    await community.current?.signedIn();
  };
  const leave = async () => {
    await signOut();
    setWho(null);
    await community.current?.signedOut();
  };
  const open = (event: FmWishOpenEvent) => {
    // This page would show the wish on a page of its own.
    event.preventDefault();
    setSaid(`打开了：${event.wish.title}`);
  };

  return (
    <>
      <header>
        <h1>怡康社区</h1>
        <span>{who}</span>
        <button type="button" onClick={who === null ? enter : leave}>
          {who === null ? '登录' : '退出'}
        </button>
        <label>
          <input type="checkbox" checked={elder} onChange={(event) => setElder(event.target.checked)} /> 大字
        </label>
        <label>
          积分榜{' '}
          <select value={period} onChange={(event) => setPeriod(event.target.value === 'month' ? 'month' : 'all')}>
            <option value="all">累计</option>
            <option value="month">本月</option>
          </select>
        </label>
      </header>
      <p role="status">{said}</p>
      <fm-community
        ref={community}
        api-url="/api/v1"
        area="yikang"
        mode={elder ? 'elder' : 'normal'}
        getToken={alive ? getToken : undefined}
        onfm-login-required={alive ? (event) => event.waitUntil(enter()) : undefined}
      >
        <main>
          <fm-wish-wall limit={3} heading="邻居的心愿" onfm-wish-open={alive ? open : undefined}>
            <p>这里是邻居的心愿。打不开时，请打社区电话 025-0000 0000。</p>
          </fm-wish-wall>
          <fm-action-signup compact />
          <fm-project-vote compact />
          <fm-points-leaderboard period={period} />
          <fm-star-gallery compact />
        </main>
      </fm-community>
    </>
  );
}

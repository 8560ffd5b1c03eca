import type { FmCommunity, FmPointsLeaderboard, FmWishOpenEvent } from '@five-micro/components';
import { fiveMicro } from '@five-micro/components/angular';
import { Component, type ElementRef, signal, viewChild } from '@angular/core';
import '../../shared/elements.ts';
import { getToken, signIn, signOut } from '../../shared/portal.ts';

@Component({
  selector: 'portal-app',
  imports: [fiveMicro],
  template: `
    <header>
      <h1>怡康社区</h1>
      <span>{{ who() }}</span>
      <button type="button" (click)="who() === null ? enter() : leave()">{{ who() === null ? '登录' : '退出' }}</button>
      <label><input type="checkbox" #elder (change)="isElder.set(elder.checked)" /> 大字</label>
      <label>
        积分榜
        <select #board (change)="period.set(board.value === 'month' ? 'month' : 'all')">
          <option value="all">累计</option>
          <option value="month">本月</option>
        </select>
      </label>
    </header>
    <p role="status">{{ said() }}</p>
    <fm-community
      #community
      api-url="/api/v1"
      area="yikang"
      [mode]="isElder() ? 'elder' : 'normal'"
      [getToken]="getToken"
      (fm-login-required)="$event.waitUntil(enter())"
    >
      <main>
        <fm-wish-wall [limit]="3" heading="邻居的心愿" (fm-wish-open)="open($event)"><p>这里是邻居的心愿。打不开时，请打社区电话 025-0000 0000。</p></fm-wish-wall>
        <fm-action-signup compact></fm-action-signup>
        <fm-project-vote compact></fm-project-vote>
        <fm-points-leaderboard [period]="period()"></fm-points-leaderboard>
        <fm-star-gallery compact></fm-star-gallery>
      </main>
    </fm-community>
  `,
})
export class App {
  protected readonly who = signal<string | null>(null);
  protected readonly isElder = signal(false);
  protected readonly period = signal<FmPointsLeaderboard['period']>('all');
  protected readonly said = signal('');
  protected readonly getToken = getToken;
  private readonly community = viewChild.required<ElementRef<FmCommunity>>('community');

  protected async enter(): Promise<void> {
    this.who.set(await signIn());
    await this.community().nativeElement.signedIn();
  }

  protected async leave(): Promise<void> {
    await signOut();
    this.who.set(null);
    await this.community().nativeElement.signedOut();
  }

  protected open(event: FmWishOpenEvent): void {
    // This page would show the wish on a page of its own.
    event.preventDefault();
    this.said.set(`打开了：${event.wish.title}`);
  }
}

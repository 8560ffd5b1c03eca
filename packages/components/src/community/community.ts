import { ContextProvider } from '@lit/context';
import { createCore, type FiveMicroCore, type GetToken, tokenFromUrl } from '@five-micro/sdk';
import { css, html, LitElement, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { FiveMicroAdapter } from '../shared/adapter/adapter.ts';
import { type Community, communityContext } from '../shared/controllers/community.ts';
import { fetchEarly } from '../shared/early.ts';
import { toLang } from '../shared/options.ts';

/** Those on the page: which of them share a client is looked up when one is made. */
const onPage = new Set<FmCommunity>();
const renewing = new Map<FiveMicroCore, Promise<void>>();
/** Whose portal has said that someone signed in: what the loader had asked before that is no answer any more. */
const told = new WeakSet<FiveMicroCore>();

/**
 * @tag fm-community
 * @summary The community that the elements inside belong to: which server, which area, who is signed in, how it looks.
 * Two of them with two servers live on one page; those that say the same (server, area, language, sign-in) are one to the
 * server: one session, one connection, and every question once.
 * @slot - The page's own markup with the elements anywhere in it.
 * @fires fm-login-required - From an element inside: someone has to sign in. Open the portal's own sign-in, and give its
 * promise to the event's `waitUntil()`, or take it on by `preventDefault()` and call `signedIn()` afterwards; what was begun
 * goes on. What nobody takes on leads to `login-url`.
 * @fires fm-member-erased - From a member card inside: someone erased themself. Sign them out of the portal too; nobody is
 * signed in here until `signedIn()` or `signedOut()` is called.
 * @cssproperty --fm-accent - And every other `--fm-…` of the elements: set here, it holds for all inside.
 */
export class FmCommunity extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  static override properties: PropertyDeclarations = {
    apiUrl: { attribute: 'api-url' },
    area: {},
    lang: {},
    theme: {},
    mode: {},
    tokenUrl: { attribute: 'token-url' },
    loginUrl: { attribute: 'login-url' },
    getToken: { attribute: false },
    debug: { type: Boolean },
    adapter: { attribute: false },
  };

  /** The server's address, `https://…/api/v1`. */
  apiUrl = '';
  /** The area's slug, as `yikang`. */
  area = '';
  /** `zh-CN` (default) or `en`. */
  override lang = '';
  /** How the elements inside look; without it what the area has chosen for itself. */
  theme: '' | 'neutral' | 'party' | 'spring' = '';
  /** `elder`: bigger text and targets. */
  mode: '' | 'normal' | 'elder' = '';
  /** An address of the portal itself that answers 200 `{ token }`, or `{ token: null }` when nobody is signed in. */
  tokenUrl = '';
  /**
   * The portal's login page, `/login?back={back}`: whoever has to sign in is taken there where the page does not answer
   * `fm-login-required` itself. `{back}` becomes the path to come back to, with what was begun. On this website, or on https.
   */
  loginUrl = '';
  /** The portal's own way to a token, instead of `token-url`. */
  getToken: GetToken | undefined = undefined;
  /** Says on the page what is wrong with it, in words for who set it up: attributes, server, sign-in, security policy, versions. */
  debug = false;
  /**
   * What the app around the page can do better than a browser, as WeChat: `{ scanQrCode, chooseImage, setShareData }`, each of
   * them optional. The page signs itself in with the app first; the elements know no app.
   */
  adapter: FiveMicroAdapter | undefined = undefined;

  #client: FiveMicroCore | undefined;
  #clientFor = '';
  #areaTheme = '';
  #askedTheme: FiveMicroCore | undefined;
  readonly #shown = (): void => void this.#askTheme();
  readonly #provider = new ContextProvider(this, { context: communityContext, initialValue: this.#community() });

  /** The client that the elements share; for the portal's own scripts too. */
  get client(): FiveMicroCore | undefined {
    return this.#client;
  }

  /** Call it after the portal signed someone in: elements ask for a new token and go on with what was begun. */
  signedIn(): Promise<void> {
    return this.#renew();
  }

  /**
   * Call it when the portal signs someone out: nobody is signed in from this moment, and no token is asked for until
   * `signedIn()`.
   */
  signedOut(): void {
    this.#client?.session.end();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    onPage.add(this);
    // At once, not with the first update: elements inside ask for it while they are being connected.
    this.#provide(true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    onPage.delete(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { session } = this.#client ?? {};
    this.#provide();
    // A getToken that arrives after the first questions makes somebody of nobody; another one, as a framework may give
    // with each render, is asked next time.
    if (changed.has('getToken') && !changed.get('getToken') && session?.state !== 'unknown' && !session?.ended)
      void this.signedIn();
  }

  protected override firstUpdated(): void {
    // Another community on the page may take out of it what it has opened.
    const { search } = location;
    if (this.loginUrl && search.includes('fm-'))
      import('../shared/login/came-back.ts').then(
        ({ openBegun }) => openBegun(this, search),
        // Then they look for it themselves.
        () => undefined,
      );
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.debug || changed.get('debug'))
      import('./doctor/doctor.define.ts').then(
        ({ attend }) => attend(this),
        (error: unknown) => console.error('[five-micro] The code of debug did not load.', error),
      );
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  /** Once for all that are told in one go, and share a client. */
  async #renew(): Promise<void> {
    const client = this.#client;
    if (!client) return;
    told.add(client);
    try {
      if (!renewing.has(client)) {
        renewing.set(client, client.session.renew());
        queueMicrotask(() => renewing.delete(client));
      }
      await renewing.get(client);
    } catch (error) {
      (await import('../shared/setup.ts')).saySetup(error, this);
    }
  }

  /** @param isBack - it may have been away: what the page said meanwhile, those who stayed have heard */
  #provide(isBack = false): void {
    const portal = `${this.apiUrl} ${this.tokenUrl} `;
    const key = `${portal}${this.area} ${toLang(this.lang)}`;
    const others = [...onPage].filter((one) => one !== this && one.#clientFor === key);
    const isTwin = (one: FmCommunity): boolean => one.getToken === this.getToken;
    const twin = others.find(isTwin);
    // Whoever gets a way to a token that others do not have asks for themself from now on.
    const isAlone = others.some((one) => one.#client === this.#client && !isTwin(one));
    if (key !== this.#clientFor || isAlone || (isBack && twin)) {
      // Whoever left, wherever that was said, is still gone in another language: their session at the portal may last longer.
      const isOut = this.#client?.session.ended && this.#clientFor.startsWith(portal);
      this.#clientFor = key;
      const before = this.#client;
      this.#client = this.apiUrl ? ((twin && twin.#client) ?? this.#newClient()) : undefined;
      if (before !== this.#client) this.#areaTheme = '';
      if (isOut && !twin) this.#client?.session.end();
    }
    this.#provider.setValue(this.#community());
  }

  #newClient(): FiveMicroCore {
    const { tokenUrl } = this;
    const client: FiveMicroCore = createCore({
      apiUrl: this.apiUrl,
      area: this.area,
      lang: toLang(this.lang),
      fetch: fetchEarly,
      // All who have this client have the same.
      getToken: async (ask) => {
        const one = [this, ...onPage].find((one) => one.#client === client);
        if (one?.getToken || !tokenUrl) return one?.getToken?.(ask);
        return tokenFromUrl(tokenUrl, told.has(client) ? undefined : fetchEarly)(ask);
      },
    });
    return client;
  }

  #community(): Community {
    const { apiUrl, area, lang, mode, adapter, loginUrl } = this;
    return {
      client: this.#client,
      apiUrl,
      area,
      lang,
      mode,
      adapter,
      loginUrl,
      theme: this.theme || this.#areaTheme,
      shown: this.#shown,
    };
  }

  /**
   * Same tree, different leaves: an area may have a theme of its own. It is asked for once an element inside shows
   * something, so that no data waits for it; elements then ask the same, so it costs no request.
   */
  async #askTheme(): Promise<void> {
    const client = this.#client;
    if (!client || !this.area || this.theme || client === this.#askedTheme) return;
    this.#askedTheme = client;
    try {
      const { settings } = await client.areas.get({ area: this.area });
      if (client !== this.#client) return;
      this.#areaTheme = settings.theme;
      this.requestUpdate();
    } catch {
      // The elements inside say what is wrong.
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fm-community': FmCommunity;
  }
}

/** Where a page has no way to its sign-in. zh-CN is the source: other languages have the same keys. */
export const zhCN = {
  /** For who wants to do something. */
  elsewhere: '请先在这个网站登录，再来办这件事。',
  /** For who set the page up. */
  unanswered:
    '有人要登录，网页没有接：给 <fm-community> 写上登录页的地址，如 login-url="/login?back={back}"；或者监听 fm-login-required，用 event.preventDefault() 或 event.waitUntil() 接住。见 docs/login.md。',
};

export type LoginWords = typeof zhCN;

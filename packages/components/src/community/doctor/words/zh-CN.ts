/** What is wrong, and what to do about it. */
type Say = readonly [what: string, todo: string];

/** Only who set the page up reads these. zh-CN is the source: other languages have the same keys. */
export const zhCN = {
  title: '五微体检',
  lead: '只有写了 debug 才看得到。改好以后去掉它。',
  looking: '正在看这一页……',
  again: '再看一遍',
  wrong: '要改',
  caution: '留意',
  fine: '没问题',
  skipped: '还没查',
  count: { none: '没有发现毛病。', some: '有 {count} 处要看。' },
  checks: {
    attributes: { fine: '元素和属性都写对了' },
    server: { fine: '服务器认得这个网站，也有这个社区', skipped: '服务器：先改好安全策略' },
    token: {
      fine: '登录凭证有效',
      nobody: '现在没有人登录，大家都能看',
      none: '没有接登录：大家能看，不能做',
      skipped: '登录：先改好上面的',
    },
    login: { fine: '要登录的人会去 login-url', page: '要登录的人，网页自己接住了' },
    policy: { fine: '网页的安全策略没有挡住什么' },
    versions: { fine: '只有一个版本的五微' },
  },
  findings: {
    tag: ['没有 <{tag}> 这个元素', '多半是写错了一个字母。有的是：{known}。'],
    'not-loaded': [
      '<{tag}> 的代码不在这一页',
      '用 /embed/five-micro.js，它会把页面上的元素都找齐；或者另外加上这个元素自己的文件。',
    ],
    alone: ['<{tag}> 不在 <fm-community> 里', '{text}'],
    'unknown-attribute': ['<{tag}> 没有 {name} 这个属性', '写了也不起作用。它认得的是：{known}。'],
    'wrong-value': ['<{tag}> 的 {name} 不能是“{value}”', '可以写：{known}。现在当作没有写。'],
    'wrong-number': ['<{tag}> 的 {name} 不能是“{value}”', '可以写整数：{known}。现在按最近的算，读不懂的当作没有写。'],
    'no-api-url': [
      '还没有写 api-url',
      '服务器的地址，比如 api-url="https://wuwei.example.cn/api/v1"；和网页同一个网站时写 api-url="/api/v1"。',
    ],
    'no-area': ['不知道是哪个社区', '{text}'],
    mixed: ['https 的网页不能用 http 的服务器', '浏览器不让。给 {url} 配上证书，api-url 改成 https:// 开头。'],
    'api-url': ['没有找到五微的服务', '{text}'],
    area: ['没有找到这个社区', '{text}'],
    origin: ['服务器不认得这个网站', '{text}'],
    unreachable: ['服务器没有回答', '{url} 连不上。看看服务器开着没有、证书过期没有、api-url 有没有写错。'],
    server: ['服务器答错了', '{text}'],
    'token-url': ['登录还没有接好', '{text}'],
    token: ['登录没有通过', '{text} 在服务器上运行 five-micro token explain，会逐项说明。'],
    'token-clock': ['登录刚开始就过期了', '{text}'],
    'login-url': [
      'login-url 不能用：{url}',
      '写自己网站上的登录页，比如 /login?back={back}；在别的网站上的，要以 https:// 开头。',
    ],
    'login-no-token': [
      '写了 login-url，却没有 token-url：登录回来以后还是没人登录',
      '给 <fm-community> 写上 token-url，一个告诉它谁登录了的地址。见 docs/login.md。',
    ],
    'login-no-back': [
      'login-url 里没有 {back}：登录以后回不到原来的网页',
      '写成 login-url="/login?back={back}"，登录页再跳回 back 里的路径。见 docs/login.md。',
    ],
    'login-nowhere': [
      '要登录的人去哪里，还没有看到',
      '给 <fm-community> 写上登录页 login-url="/login?back={back}"；网页自己监听 fm-login-required 的话，按一次要登录的按钮，接住了这一条就没有了。见 docs/login.md。',
    ],
    'login-unanswered': [
      '有人要登录，没有人接',
      '给 <fm-community> 写上登录页 login-url="/login?back={back}"；或者监听 fm-login-required，用 event.preventDefault() 或 event.waitUntil() 接住。见 docs/login.md。',
    ],
    policy: ['安全策略挡住了 {what}', '在网页的 Content-Security-Policy 里，给 {directive} 加上 {source}。'],
    versions: ['这一页有 {count} 个版本的五微', '会重复下载，先到的那个说了算。只留一个 script。现在有：{scripts}。'],
  } satisfies Record<string, Say>,
};

type Widened<T> = T extends string ? string : T extends readonly unknown[] ? Say : { readonly [K in keyof T]: Widened<T[K]> };

export type DoctorWords = Widened<typeof zhCN>;

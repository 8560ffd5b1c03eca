/** What the elements are, and what a page can set and call. By what the docstrings say in English. */
export const members: Readonly<Record<string, string>> = {
  // What each element is.
  '微行动: what neighbours do together in an area and in all areas below it; to read, to narrow down by week, category and free places, and to sign up for with one tap. What it shows follows what happens, without a reload.':
    '微行动：一个地方和它下面各处，邻居们一起做的事。可以看，可以按周、类别和名额挑，一点就报上名。有了变化自己跟着变，不用刷新。',
  'The community that the elements inside belong to: which server, which area, who is signed in, how it looks. Two of them with two servers live on one page; those that say the same (server, area, language, sign-in) are one to the server: one session, one connection, and every question once.':
    '里面的元素属于哪个社区：用哪个服务、是哪个地方、谁登录了、什么样子。一页上可以放两个用不同服务的社区；服务、地方、语言、登录都一样的几个，对服务来说是同一个：一次登录，一条连接，同样的事只问一次。',
  'Who I am in this community: what concerns me, what I help with, what I wished for, each with its next step, and what neighbours see of me.':
    '我在这个社区里：和我有关的事、我在帮的、我许的心愿，各自下一步做什么，还有邻居看得到我的什么。',
  'What an organisation did: what it is, where it stands in the tree of organisations, the wishes it helped with. One walks up and down the tree inside it.':
    '一个组织做过的事：它是什么、在组织里排在哪里、帮过哪些心愿。可以在里面往上、往下走。',
  "积分榜: who did most for their neighbours, in an area and all below it, by week, month, quarter, year and ever; people, or organisations. Three on a low podium, the others in a plain table, one's own line pinned below. What it shows follows what happens, without a reload.":
    '积分榜：一个地方和它下面各处，谁为邻居做得多，按周、月、季、年和全部；可以看人，也可以看组织。前三名在台上，别人排成一张表，自己那一行钉在下面。有了变化自己跟着变，不用刷新。',
  '微实事: what is to be built or done in a community, chosen by its residents. Before a round what is coming, during it the ballot, after it what won and why, and then how every winner gets on. What it shows follows what happens, without a reload.':
    '微实事：社区要修什么、办什么，由居民来选。投票前看有什么，投票时是选票，投完看哪几件选上、为什么，再往后看选上的办到了哪一步。有了变化自己跟着变，不用刷新。',
  '微星光: the neighbours whom an area and all below it honour; each with a portrait, a sentence, and a story that opens. While there is a contest it leads there, and everything of it happens inside this element.':
    '微星光：一个地方和它下面各处表扬的邻居，各有照片、一句话和点开能看的故事。有评选的时候带人过去，评选的事都在这个元素里办。',
  'One wish in a sheet: what it is, how far it has come, and what the one who looks may do now.':
    '一张纸上的一个心愿：是什么事、办到了哪一步、看的人现在能做什么。',
  '许个心愿, in a sheet: two short pages, a draft that survives a reload, and what of it others will see.':
    '一张纸上的“许个心愿”：短短两页，刷新也不丢的草稿，还写明哪些别人看得到。',
  '微心愿墙: the wishes of an area and of all areas below it, on paper notes; to read, to narrow down, to help with, and to add to. What it shows follows what happens, without a reload.':
    '微心愿墙：一个地方和它下面各处的心愿，写在便条上。可以看、可以挑、可以认领，也可以再许一个。有了变化自己跟着变，不用刷新。',
  'Where a social worker checks wishes, watches what is due, visits, and helps people without a phone; for workers alone.':
    '社工在这里看心愿、盯快到期的、记回访，替没有手机的人办事；只给社工用。',

  // What all of them have.
  'How it stands, set by the element itself: for styles and tests.': '现在是哪种状态，由元素自己写：给样式和测试用。',
  "The server's `…/api/v1`, for an element without an `fm-community` above it.":
    '服务的地址 `…/api/v1`，外面没有 `fm-community` 时才写。',
  "The slug of an area, where it is not the community's.": '地方的代号，和外面的社区不一样时才写。',
  '`zh-CN` or `en`.': '`zh-CN` 中文，或者 `en` 英文。',
  '`elder`: bigger text and targets.': '`elder` 是长辈版：字大，按钮也大。',
  'How it looks; without it what the community or its area has chosen.': '什么样子；不写就照社区或者那个地方定的。',
  'Own level of the heading, 1–6; those inside follow.': '标题是第几级，1–6；里面的标题跟着它。',
  'A client made by `createCore()`, instead of `api-url`.': '用 `createCore()` 做好的客户端，代替 `api-url`。',
  'The present, in milliseconds.': '现在的时间，毫秒。',
  'Another title.': '换一个标题。',
  'Asks for everything again; resolves when it is there, or failed.': '全部重新要一遍；来了或者没要到，就算完。',
  'Asks again; what is shown stays meanwhile.': '再要一遍；这期间原来的内容还在。',
  'Asks again; what is shown stays until the answer is there.': '再要一遍；新的来之前，原来的内容还在。',

  // fm-community
  "The server's address, `https://…/api/v1`.": '服务的地址，`https://…/api/v1`。',
  "The area's slug, as `yikang`.": '地方的代号，比如 `yikang`。',
  '`zh-CN` (default) or `en`.': '`zh-CN` 中文（平常），或者 `en` 英文。',
  'How the elements inside look; without it what the area has chosen for itself.':
    '里面的元素什么样子；不写就照这个地方自己定的。',
  'An address of the portal itself that answers 200 `{ token }`, or `{ token: null }` when nobody is signed in.':
    '门户自己的一个地址：回 200 和 `{ token }`；没人登录就回 `{ token: null }`。',
  "The portal's login page, `/login?back={back}`: whoever has to sign in is taken there where the page does not answer `fm-login-required` itself. `{back}` becomes the path to come back to, with what was begun. On this website, or on https.":
    '门户的登录页，写成 `/login?back={back}`：页面自己不接 `fm-login-required` 的时候，要登录的人就带到那里。`{back}` 换成回来的路径，带着刚才要办的事。只能是本网站，或者 https。',
  'Says on the page what is wrong with it, in words for who set it up: attributes, server, sign-in, security policy, versions.':
    '在页面上说哪里不对，给装它的人看：属性、服务、登录、安全策略、版本。',
  "The portal's own way to a token, instead of `token-url`.": '门户自己取登录凭证的办法，代替 `token-url`。',
  'What the app around the page can do better than a browser, as WeChat: `{ scanQrCode, chooseImage, setShareData }`, each of them optional. The page signs itself in with the app first; the elements know no app.':
    '外面的 App（比如微信）做得比浏览器好的事：`{ scanQrCode, chooseImage, setShareData }`，有哪个写哪个。先由网页自己和 App 接上；元素不认识任何 App。',
  "The client that the elements share; for the portal's own scripts too.": '里面的元素合用的客户端；门户自己的脚本也能用。',
  'Call it after the portal signed someone in: elements ask for a new token and go on with what was begun.':
    '门户登录好了就叫它：元素再取一次登录凭证，接着办刚才的事。',
  'Call it when the portal signs someone out: nobody is signed in from this moment, and no token is asked for until `signedIn()`.':
    '门户退出登录时叫它：从这一刻起没有人登录；叫 `signedIn()` 之前，不再取登录凭证。',

  // Several.
  'The code of a category.': '类别的代码。',
  'Narrowed down to begin with; `soon` is this week.': '一开始就挑好的；`soon` 是这一周。',
  'Narrowed down to begin with.': '一开始就挑好的。',
  '`hall` for the screen in the community centre: big type, nothing to press.': '`hall` 给社区大厅的屏幕用：字大，没有按钮。',
  'The id of a project that lies open, for a page that was asked for one by its address; empty again when it is closed.':
    '打开着的实事的编号，给按地址打开某一件的网页用；关上又空了。',
  'How many wishes come at a time.': '一次来几个心愿。',

  // fm-action-signup
  'One day, as `2026-11-28`.': '某一天，比如 `2026-11-28`。',
  'How many at first, and how many more each time: 10; in a compact list 2, on a hall screen 5.':
    '先显示几个、每次再加几个：10；小块里 2，大厅屏幕上 5。',
  'For home pages and sidebars: the next two, nothing to choose.': '给首页和侧栏用：最近的两件，没有可挑的。',
  'The id of an action that lies open over the list, for a page that was asked for one by its address; empty again when it is closed.':
    '盖在列表上打开着的微行动的编号，给按地址打开某一件的网页用；关上又空了。',
  "Six digits from a check-in screen's QR code: checks in to `action`, after signing in where that is needed.":
    '签到屏幕二维码里的六个数字：给 `action` 签到，要登录的先登录。',
  "Where a compact list's 看全部 leads; without it the area's link `actions`, if it has one.":
    '小块里的“看全部”去哪里；不写就用这个地方的链接 `actions`（有的话）。',
  'What is shown now.': '现在显示的是怎么挑的。',

  // fm-organisation
  'The slug of the one that is shown. Walking through the tree changes it.': '显示的是哪个组织，写代号；往上、往下走的时候会变。',

  // fm-points-leaderboard
  'By default the month.': '不写就是本月。',
  'By default members.': '不写就是个人。',
  'How many at first, and how many more each time, at most 100: 20; in a compact board 5, on a hall screen 9.':
    '先显示几行、每次再加几行，最多 100：20；小块里 5，大厅屏幕上 9。',
  'For home pages and sidebars: the first five in a table, no podium, nothing to choose.':
    '给首页和侧栏用：前五名一张表，没有台子，没有可挑的。',
  "Where a compact board's 看整张榜 leads; without it the area's link `leaderboard`, if it has one.":
    '小块里的“看整张榜”去哪里；不写就用这个地方的链接 `leaderboard`（有的话）。',
  'Which board it is now.': '现在是哪一张榜。',

  // fm-project-vote
  'The id of a round; by default the one that takes ballots, or will next, or was the last.':
    '哪一轮投票，写编号；不写就是正在投的，没有就是下一轮，再没有就是上一轮。',
  'For home pages and sidebars: what it is about, until when, and the way to it.':
    '给首页和侧栏用：投什么、投到几时、从哪里进去。',
  "Where a compact vote's 去投票 leads; without it the area's link `projects`, if it has one.":
    '小块里的“去投票”去哪里；不写就用这个地方的链接 `projects`（有的话）。',
  "Where 自己再数一遍 leads, with `{id}` for the round's; without it the area's link `recount`, else the round's record.":
    '“自己再数一遍”去哪里，`{id}` 换成这一轮的编号；不写就用这个地方的链接 `recount`，再没有就是这一轮的记录。',

  // fm-star-gallery
  'The code of an honour, as `service`.': '哪一种星，写代码，比如 `service`。',
  'A period, as `2026` or `2026-Q4`.': '哪一期，比如 `2026` 或者 `2026-Q4`。',
  'How many at first, and how many more each time: 12; in a compact gallery 1, on a hall screen 4.':
    '先显示几位、每次再加几位：12；小块里 1，大厅屏幕上 4。',
  'For home pages and sidebars: the newest star, nothing to choose.': '给首页和侧栏用：最新的一颗星，没有可挑的。',
  'The id of a star whose story lies open, for a page that was asked for one by its address; empty again when it is closed.':
    '打开着故事的那颗星的编号，给按地址打开某一颗的网页用；关上又空了。',
  "The id of a contest that is shown in the gallery's place; empty shows the gallery.":
    '代替星光墙显示的评选的编号；空着就是星光墙。',
  'The id of a nomination that the nominee is asked about.': '要问被提名的人愿不愿意的那个提名的编号。',
  "Where a compact gallery's 看全部 leads; without it the area's link `stars`, if it has one.":
    '小块里的“看全部”去哪里；不写就用这个地方的链接 `stars`（有的话）。',

  // fm-wish-detail, fm-wish-form
  'The id of the wish.': '心愿的编号。',
  'What it is opened for: the page and the keyboard land where that is done.': '打开来做什么：页面和键盘直接到办那件事的地方。',
  'Without a sheet of its own, inside another.': '放在别的纸张里，不另弹一张。',
  'The wish that is changed; without it a new one is written.': '要改的心愿；不给就是写一个新的。',
  'For whom a worker writes it down.': '社工替谁写的。',

  // fm-wish-wall
  '实物, 服务 or 陪伴.': '实物、服务还是陪伴。',
  'How many at first, and how many more each time: 12, in a compact wall 3.': '先显示几个、每次再加几个：12，小块里 3。',
  'For home pages and sidebars: a few notes, no filters, no search.': '给首页和侧栏用：几张便条，不能挑，不能搜。',
  'The id of a wish that lies open over the wall, for a page that was asked for one by its address; empty again when it is closed.':
    '盖在墙上打开着的心愿的编号，给按地址打开某一个的网页用；关上又空了。',
  "Where a compact wall's 看整面墙 leads; without it the area's link `wishes`, if it has one.":
    '小块里的“看整面墙”去哪里；不写就用这个地方的链接 `wishes`（有的话）。',
  'What is shown now; `q` is what is searched for.': '现在显示的是怎么挑的；`q` 是搜的字。',
  'Puts the keyboard on the note of a wish that is shown.': '把键盘焦点放到显示着的那张便条上。',
};

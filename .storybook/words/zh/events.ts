/** What the elements tell the page. By what the docstrings say in English. */
export const events: Readonly<Record<string, string>> = {
  'Before an action opens; `preventDefault()` where the portal shows it on a page of its own.':
    '打开一件微行动之前；门户另有一页显示它，就 `preventDefault()`。',
  "`{ action, signUp }`, after the server's answer.": '`{ action, signUp }`，服务答应以后。',
  '`{ action, signUp }`: cancelled, or off the waiting list.': '`{ action, signUp }`：取消了报名，或者退出了候补。',
  '`{ action, signUp }`: in, or out; `signUp` has the times.': '`{ action, signUp }`：签到了，或者签退了；时间在 `signUp` 里。',
  '`{ action }`: drafted, or changed, by someone who may.': '`{ action }`：能办的人起了草，或者改了。',
  'Before `sign-up`, `sign-off` and `check-in` are sent; see `FmBeforeActEvent`.':
    '报名 `sign-up`、取消 `sign-off`、签到 `check-in` 送出去之前；见 `FmBeforeActEvent`。',
  'Someone has to sign in first; see `fm-community`.': '要先登录；见 `fm-community`。',
  "From an element inside: someone has to sign in. Open the portal's own sign-in, and give its promise to the event's `waitUntil()`, or take it on by `preventDefault()` and call `signedIn()` afterwards; what was begun goes on. What nobody takes on leads to `login-url`.":
    '里面的元素说：要先登录。打开门户自己的登录，把它的 Promise 交给事件的 `waitUntil()`；或者先用 `preventDefault()` 接下来，登录好了叫 `signedIn()`；刚才的事接着办。没人接，就带到 `login-url`。',
  'From a member card inside: someone erased themself. Sign them out of the portal too; nobody is signed in here until `signedIn()` or `signedOut()` is called.':
    '里面的“我的”说：有人清掉了自己的资料。门户也请退出登录；叫 `signedIn()` 或者 `signedOut()` 之前，这里没有人登录。',
  '`{ consents }`: they decided what neighbours see of them.': '`{ consents }`：自己定了邻居看得到什么。',
  '`{ reportIn }`: 网上报到.': '`{ reportIn }`：网上报到。',
  'They are no member any more: sign them out of the portal too.': 'TA 的资料清掉了：门户也请退出登录。',
  '`{ wish, act }`, from the sheets that open here.': '`{ wish, act }`，从这里弹出的纸张来。',
  '`{ wish }`, from the sheets that open here.': '`{ wish }`，从这里弹出的纸张来。',
  'From an organisation that is shown inside; `preventDefault()` where the page goes there itself.':
    '里面显示的组织来的；网页自己带人过去，就 `preventDefault()`。',
  'Before an act is sent; see `FmBeforeActEvent`.': '要办的事送出去之前；见 `FmBeforeActEvent`。',
  'Someone has to sign in first, and what was begun goes on afterwards; see `fm-community`.':
    '要先登录，登录好了刚才的事接着办；见 `fm-community`。',
  'Before another one is shown; `preventDefault()` where the page goes there itself.':
    '换一个组织显示之前；网页自己带人过去，就 `preventDefault()`。',
  '`{ wish, act }`, from what opens here.': '`{ wish, act }`，从这里打开的来。',
  '`{ action }`, from what opens here.': '`{ action }`，从这里打开的来。',
  '`{ member }`, from what opens here.': '`{ member }`，从这里打开的来。',
  'Before another area is shown; `preventDefault()` where the page goes there itself.':
    '换一个地方显示之前；网页自己带人过去，就 `preventDefault()`。',
  "`{ round, revision }`, after the server's answer. It says that, not what was chosen.":
    '`{ round, revision }`，服务答应以后。只说投了，不说投给谁。',
  'Before a project opens; `preventDefault()` where the portal shows it on a page of its own.':
    '打开一件实事之前；门户另有一页显示它，就 `preventDefault()`。',
  '`{ project }`, proposed; a worker looks at it first.': '`{ project }`，提上去了；社工先看一看。',
  'Before `vote`, `post-project`, `comment`, `ask-correction` and `rate` are sent; see `FmBeforeActEvent`.':
    '投票 `vote`、提实事 `post-project`、留言 `comment`、要求整改 `ask-correction`、打分 `rate` 送出去之前；见 `FmBeforeActEvent`。',
  'Before a story opens; `preventDefault()` where the page goes there itself.':
    '打开故事之前；网页自己带人过去，就 `preventDefault()`。',
  'Before a contest opens, the same way; a page that is asked for one gives its id to `round`.':
    '打开评选之前，也一样；按地址打开评选的网页，把编号写给 `round`。',
  'The contest has given way to the gallery.': '评选收起来了，又是星光墙。',
  '`{ star }`: the person themself changed how they are shown, or took it down (`star` undefined).':
    '`{ star }`：本人改了怎么显示，或者摘下来了（`star` 是 undefined）。',
  '`{ nomination }`: someone was nominated; a worker looks at it.': '`{ nomination }`：提名了一位邻居；社工先看一看。',
  '`{ nomination }`: the nominee said yes, or rather not.': '`{ nomination }`：被提名的人说愿意，或者不用了。',
  'A ballot was taken; it says nothing of what was chosen.': '票投出去了；不说投给谁。',
  'Before `vote`, `nominate`, `consent`, `decline-nomination`, `edit-star` and `take-down` are sent.':
    '投票 `vote`、提名 `nominate`、愿意 `consent`、谢绝 `decline-nomination`、改 `edit-star`、摘下 `take-down` 送出去之前。',
  '`{ wish, act }`, after an act of this member.': '`{ wish, act }`，这位邻居办了一件事以后。',
  'Closed, by whatever way: who opened it takes it away.': '关上了，不管怎么关的：谁打开的，谁把它拿走。',
  '`{ wish }`, handed in; the form stays and says so.': '`{ wish }`，交上去了；表还在，说交好了。',
  "`{ wish, act: 'edit' }`, where `wish` was given.": "`{ wish, act: 'edit' }`，给了 `wish` 的时候。",
  'Before a wish opens; `preventDefault()` where the portal shows it on a page of its own.':
    '打开一个心愿之前；门户另有一页显示它，就 `preventDefault()`。',
  '`{ wish }`: handed in; a worker looks at it first.': '`{ wish }`：交上去了；社工先看一看。',
  '`{ wish, act }`, after each act, with the wish as the server answered it.':
    '`{ wish, act }`，每办一件事以后，心愿是服务回的样子。',
  '`{ wish }`: written down for a neighbour without a phone.': '`{ wish }`：替没有手机的邻居写的。',
  '`{ member }`: a neighbour without a phone.': '`{ member }`：没有手机的邻居。',
  '`{ action }`: drafted, or changed.': '`{ action }`：起了草，或者改了。',
};

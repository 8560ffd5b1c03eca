/** What the check-in says. */
export const checkInZhCN = {
  title: '你到了吗',
  titleOut: '要走了吗',
  text: '输入现场屏幕上的六位数',
  field: '六位数的签到码',
  digits: '再输 {count} 位',
  act: '签到',
  actOut: '签退',
  busy: '正在记',
  again: '换个码再试',
  hint: '也可以用手机扫屏幕上的码。走的时候再签一次，时长就记好了。',
  credit: '记的是平台记录，每小时 {points} 分。',
  creditPlain: '记的是平台记录。',
  arrived: '到了，{time} 记下了',
  arrivedText: '{end} 结束时再签一次，就是 {hours}',
  left: '{time} 走的，记下了',
  leftText: '在场 {hours}，结束以后入账',
  listed: '名单上已经记了你到了',
  already: '{time} 已经记下了',
  alreadyText: '走的时候再来签一次就好',
  done: '好的',
  signIn: '登录一下，接着签到',
  signInText: '好让名单上找得到你，登录完会自动记下。',
};

export type CheckInWords = typeof checkInZhCN;

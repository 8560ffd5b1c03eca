import type { Language } from '@five-micro/contract';

/** The words of the printed record. It is the platform's own record and never called anything more. */
export interface RecordWords {
  title: string;
  /** What it is and is not, in one sentence. */
  what: string;
  person: { heading: string; name: string; area: string; phone: string; rest: string };
  service: { heading: string; none: string; sum: (time: string, times: number) => string };
  columns: {
    date: string;
    time: string;
    title: string;
    content: string;
    forWhom: string;
    place: string;
    area: string;
    host: string;
    length: string;
  };
  /** Of the table for a spreadsheet alone. */
  minutes: string;
  training: string;
  awards: string;
  evaluation: string;
  unknown: string;
  madeAt: (moment: string) => string;
  hours: (hours: number, minutes: number) => string;
  lang: Language;
  /** For whoever opens a link that no longer holds. */
  gone: { title: string; hint: string };
}

export const recordWords: Record<Language, RecordWords> = {
  'zh-CN': {
    title: '志愿服务平台记录',
    what: '这是五微平台上的记录，供本人查阅和留存。',
    person: {
      heading: '个人基本信息',
      name: '姓名',
      area: '居住区域',
      phone: '联系方式',
      rest: '性别、出生日期、身份证件号码、专业技能、服务类别',
    },
    service: {
      heading: '志愿服务情况',
      none: '还没有记录。参加一场微行动，这里就有了第一行。',
      sum: (time, times) => `共 ${times} 次，合计 ${time}`,
    },
    columns: {
      date: '日期',
      time: '时间',
      title: '活动名称',
      content: '服务内容',
      forWhom: '服务对象',
      place: '地点',
      area: '社区',
      host: '组织单位',
      length: '服务时间',
    },
    minutes: '服务时间（分钟）',
    training: '培训情况',
    awards: '表彰奖励情况',
    evaluation: '评价情况',
    unknown: '本平台没有记录',
    madeAt: (moment) => `打印于 ${moment}（北京时间）`,
    hours: (hours, minutes) =>
      [hours > 0 ? `${hours} 小时` : '', minutes > 0 || hours === 0 ? `${minutes} 分` : ''].filter(Boolean).join(' '),
    lang: 'zh-CN',
    gone: { title: '这个链接过期了', hint: '回到“我的行动”，再点一次就能打开。' },
  },
  en: {
    title: 'Platform record of voluntary service',
    what: 'This is the record on the Five Micro platform, for one’s own use.',
    person: {
      heading: 'Person',
      name: 'Name',
      area: 'Home community',
      phone: 'Phone',
      rest: 'Gender, date of birth, identity number, skills, kind of service',
    },
    service: {
      heading: 'Service',
      none: 'Nothing yet. The first line comes with the first action.',
      sum: (time, times) => `${times} in all, ${time}`,
    },
    columns: {
      date: 'Date',
      time: 'Time',
      title: 'Action',
      content: 'Kind',
      forWhom: 'For',
      place: 'Place',
      area: 'Community',
      host: 'Held by',
      length: 'Length',
    },
    minutes: 'Length (minutes)',
    training: 'Training',
    awards: 'Awards',
    evaluation: 'Evaluation',
    unknown: 'Not recorded on this platform',
    madeAt: (moment) => `Printed ${moment} (Beijing time)`,
    hours: (hours, minutes) =>
      [hours > 0 ? `${hours} h` : '', minutes > 0 || hours === 0 ? `${minutes} min` : ''].filter(Boolean).join(' '),
    lang: 'en',
    gone: { title: 'This link has expired', hint: 'Go back to "My actions" and open it again.' },
  },
};

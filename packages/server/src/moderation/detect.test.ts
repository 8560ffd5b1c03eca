import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect } from './detect.ts';
import { forStrangers, mask } from './mask.ts';

const watchWords = [
  { word: '代购烟', reason: '不让代购烟酒' },
  { word: 'Free Money', reason: '像诈骗' },
  { word: 'café', reason: '店名' },
];
const found = (text: string) => detect(text, { watchWords }).map(({ start, end, kind }) => [kind, text.slice(start, end)]);
const proposed = (text: string) => mask(text, detect(text, { watchWords }));

describe('the detector finds', () => {
  it.each([
    ['打 13812348000 找我', 'phone', '13812348000', '打 138****8000 找我'],
    ['打１３８１２３４８０００', 'phone', '１３８１２３４８０００', '打138****8000'],
    ['138.1234.8001', 'phone', '138.1234.8001', '138****8001'],
    ['138—1234—8002 谢谢', 'phone', '138—1234—8002', '138****8002 谢谢'],
    ['138 - 1234 - 8002', 'phone', '138 - 1234 - 8002', '138****8002'],
    ['1381 2348 003', 'phone', '1381 2348 003', '138****8003'],
    ['138，1234，8000', 'phone', '138，1234，8000', '138****8000'],
    ['1 3 8 1 2 3 4 8 0 0 0', 'phone', '1 3 8 1 2 3 4 8 0 0 0', '138****8000'],
    ['+86 138 1234 8004', 'phone', '+86 138 1234 8004', '138****8004'],
    ['（+86）13812348004', 'phone', '（+86）13812348004', '138****8004'],
    ['8613812348004', 'phone', '8613812348004', '138****8004'],
    ['我电话一三八一二三四八〇〇〇', 'phone', '一三八一二三四八〇〇〇', '我电话138****8000'],
    ['我电话壹叁捌壹贰叁肆捌零零零', 'phone', '壹叁捌壹贰叁肆捌零零零', '我电话138****8000'],
    ['幺三八幺二三四八零零零', 'phone', '幺三八幺二三四八零零零', '138****8000'],
    ['138一二三四8000', 'phone', '138一二三四8000', '138****8000'],
    ['打13812348000一直没人接', 'phone', '13812348000', '打138****8000一直没人接'],
    ['一三八一二三四八〇〇〇一直没人接', 'phone', '一三八一二三四八〇〇〇', '138****8000一直没人接'],
    ['①③⑧12348000', 'phone', '①③⑧12348000', '138****8000'],
    ['138\u200d1234\u200d8000', 'phone', '138\u200d1234\u200d8000', '138****8000'],
    ['1️⃣3️⃣8️⃣12348000', 'phone', '1️⃣3️⃣8️⃣12348000', '138****8000'],
    ['𠮷田 13812348000', 'phone', '13812348000', '𠮷田 138****8000'],
    ['2026-11-23 13812348000', 'phone', '13812348000', '2026-11-23 138****8000'],
    ['١٣٨٠٠١٣٨٠٠٠', 'phone', '١٣٨٠٠١٣٨٠٠٠', '138****8000'],
    ['१३८००१३८०००', 'phone', '१३८००१३८०००', '138****8000'],
    ['𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎', 'phone', '𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎', '138****8000'],
    ['❶❸❽00138000', 'phone', '❶❸❽00138000', '138****8000'],
    ['⓵⓷⓼⓿⓿➀➌➑000', 'phone', '⓵⓷⓼⓿⓿➀➌➑000', '138****8000'],
    ['1\u20e03\u20e08\u20e000138000', 'phone', '1\u20e03\u20e08\u20e000138000', '138****8000'],
    [`13800${'\u0336\u0301'.repeat(9)}138000`, 'phone', `13800${'\u0336\u0301'.repeat(9)}138000`, '138****8000'],
    ['打138O0138OOO吧', 'phone', '138O0138OOO', '打138****8000吧'],
    ['l38-oo13-8000', 'phone', 'l38-oo13-8000', '138****8000'],
    ['138      0013      8000', 'phone', '138      0013      8000', '138****8000'],
    ['1\n3\n8\n0\n0\n1\n3\n8\n0\n0\n0', 'phone', '1\n3\n8\n0\n0\n1\n3\n8\n0\n0\n0', '138****8000'],
    ['1、3、8、0、0、1、3、8、0、0、0', 'phone', '1、3、8、0、0、1、3、8、0、0、0', '138****8000'],
    ['1,3,8,0,0,1,3,8,0,0,0', 'phone', '1,3,8,0,0,1,3,8,0,0,0', '138****8000'],
    ['1/3/8/0/0/1/3/8/0/0/0', 'phone', '1/3/8/0/0/1/3/8/0/0/0', '138****8000'],
    ['一~三~八~〇~〇~一~三~八~〇~〇~〇', 'phone', '一~三~八~〇~〇~一~三~八~〇~〇~〇', '138****8000'],
    ['138😊0013😊8000', 'phone', '138😊0013😊8000', '138****8000'],
    ['1😊3😊8😊0😊0😊1😊3😊8😊0😊0😊0', 'phone', '1😊3😊8😊0😊0😊1😊3😊8😊0😊0😊0', '138****8000'],
    ['138转0013转8000', 'phone', '138转0013转8000', '138****8000'],
    ['单号 13812348000', 'phone', '13812348000', '单号 138****8000'],
    ['(025)84401234', 'phone', '(025)84401234', '025****1234'],
    ['025-84401234', 'phone', '025-84401234', '025****1234'],
    ['0514 8440 123', 'phone', '0514 8440 123', '051****0123'],
    ['+86 25 8440 1234', 'phone', '+86 25 8440 1234', '862****1234'],
    ['〇二五八四四〇一二三四', 'phone', '〇二五八四四〇一二三四', '025****1234'],
    ['0 2 5 8 4 4 0 1 2 3 4', 'phone', '0 2 5 8 4 4 0 1 2 3 4', '025****1234'],
    ['家里 84401234', 'phone', '84401234', '家里 84****34'],
    ['家里4401234吧', 'phone', '4401234', '家里44****34吧'],
    ['电话：8440 1234', 'phone', '8440 1234', '电话：84****34'],
    ['320105 19501212 0013', 'identity', '320105 19501212 0013', '3201****0013'],
    ['身份证320105195012120013。', 'identity', '320105195012120013', '身份证3201****0013。'],
    ['32010519501212001x', 'identity', '32010519501212001x', '3201****001x'],
    ['32010519501212001Ｘ', 'identity', '32010519501212001Ｘ', '3201****001x'],
    ['三二〇一〇五一九五〇一二一二〇〇一三', 'identity', '三二〇一〇五一九五〇一二一二〇〇一三', '3201****0013'],
    ['130105199512120013', 'identity', '130105199512120013', '1301****0013'],
    // The day is wrong, the last digit is right.
    ['320105195013320017', 'identity', '320105195013320017', '3201****0017'],
    ['320105501212001', 'identity', '320105501212001', '3201****2001'],
    ['6222021234567890128', 'bank-card', '6222021234567890128', '6222****0128'],
    ['卡号 6222 0212 3456 7890 128', 'bank-card', '6222 0212 3456 7890 128', '卡号 6222****0128'],
    ['4111 1111 1111 1111', 'bank-card', '4111 1111 1111 1111', '4111****1111'],
    ['4111-1111-1111-1112', 'account', '4111-1111-1111-1112', '41****12'],
    ['123456789', 'account', '123456789', '12****89'],
    ['微信：abc_12345', 'account', 'abc_12345', '微信：ab****'],
    ['加我微信号 wxid-998877', 'account', 'wxid-998877', '加我微信号 wx****'],
    ['ＶＸ：ＡＢＣＤＥＦＧ', 'account', 'ＡＢＣＤＥＦＧ', 'ＶＸ：ＡＢ****'],
    ['加v: laowang88', 'account', 'laowang88', '加v: la****'],
    ['QQ 123456', 'account', '123456', 'QQ 12****'],
    ['QQ群：76543', 'account', '76543', 'QQ群：76****'],
    ['扣扣是 12345678', 'account', '12345678', '扣扣是 12****'],
    ['写信到 lao.wang@example.com 吧', 'account', 'lao.wang@example.com', '写信到 la**** 吧'],
    ['加我vx abcdefg', 'account', 'abcdefg', '加我vx ab****'],
    ['微信abcdefgh', 'account', 'abcdefgh', '微信ab****'],
    ['微 信：xiaowang', 'account', 'xiaowang', '微 信：xi****'],
    ['w x：xiaowang', 'account', 'xiaowang', 'w x：xi****'],
    ['写abc艾特qq点com', 'account', 'abc艾特qq点com', '写ab****'],
    ['abc@qq。com', 'account', 'abc@qq。com', 'ab****'],
    ['abc @ qq.com', 'account', 'abc @ qq.com', 'ab****'],
    ['12幢3-402', 'address', '12幢3-402', '12幢**-**'],
    ['5#1-302', 'address', '5#1-302', '5#**-**'],
    ['12幢402室', 'address', '12幢402室', '12幢**室'],
    ['在12 幢 402', 'address', '12 幢 402', '在12 幢 **'],
    ['12幢３单元４０２', 'address', '12幢３单元４０２', '12幢**单元**'],
    ['十二幢四零二室', 'address', '十二幢四零二室', '十二幢**室'],
    ['三单元五〇二', 'address', '三单元五〇二', '**单元**'],
    ['3单元502', 'address', '3单元502', '**单元**'],
    ['3单元5楼东户', 'address', '3单元5楼东户', '**单元**楼东户'],
    ['5号楼1202', 'address', '5号楼1202', '5号楼**'],
    ['怡康街88号402', 'address', '88号402', '怡康街88号**'],
    ['怡康街 88 号 3 单元 402 室', 'address', '88 号 3 单元 402 室', '怡康街 88 号 ** 单元 ** 室'],
    ['100弄5号302室', 'address', '100弄5号302室', '100弄**号**室'],
    ['A座1202', 'address', 'A座1202', 'A座**'],
    ['我住402', 'address', '402', '我住**'],
    ['家住 3-402', 'address', '3-402', '家住 **-**'],
    ['送到 12-3-402 门口', 'address', '12-3-402', '送到 **-**-** 门口'],
    ['想代购烟两条', 'word', '代购烟', '想＊＊两条'],
    ['代 购　烟', 'word', '代 购　烟', '＊＊'],
    ['ＦＲＥＥ money!', 'word', 'ＦＲＥＥ money', '＊＊!'],
    ['the cafe\u0301s', 'word', 'cafe\u0301', 'the ＊＊s'],
  ])('in %s a %s: %s', (text, kind, part, masked) => {
    expect(found(text)).toEqual([[kind, part]]);
    expect(proposed(text)).toBe(masked);
  });

  it('all that is in one text, in order, and why a word is on the list', () => {
    const text = '我住12幢402，打13812348000或025-84001234，微信同号abc-123456，代购烟。';
    expect(found(text)).toEqual([
      ['address', '12幢402'],
      ['phone', '13812348000'],
      ['phone', '025-84001234'],
      ['account', 'abc-123456'],
      ['word', '代购烟'],
    ]);
    expect(detect(text, { watchWords }).map(({ reason }) => reason)).toEqual([null, null, null, null, '不让代购烟酒']);
  });
});

describe('the detector leaves', () => {
  it.each([
    '想要一盏台灯',
    '一二三四五六七',
    '一二三四五六七八九十',
    '二〇二六年十一月二十三日',
    '一楼二楼三楼四楼五楼六楼七楼八楼九楼',
    '2026-11-23',
    '2026.11.23 10:00-12:00',
    '2026年11月23日 8点半',
    '20261123',
    '202611230830',
    '8:30-20:00',
    '08.30-10.30 12.00',
    '11月28日前',
    '24 小时',
    '1,286 个',
    '3 个 50 斤的袋子',
    '2026-11-23 10-12 点',
    '2000-3000元',
    '一共 2500000 元',
    '花了100000000元',
    '¥2345678',
    '150、1600、2000 元',
    '住在 12 幢',
    '12 幢楼下',
    '12幢30户人家',
    '12 幢 2026 年改造',
    '5号楼3楼活动室',
    '怡康街 88 号',
    '怡康街88号对面',
    '三室一厅',
    '12幢2室1厅的房子',
    '住了 300 天',
    '地铁 5 号线 2 号口',
    '打 12345 或 110',
    '138****8000 和 3201****0013',
    '微信群里说了',
    '微信支付就行',
    'wechat pay',
    'QQ音乐',
    '第3单元 100 分',
    '1280×1024 的屏',
    '身高 158，体重 60',
    '2024-2026 年',
    '免费 money',
    '第❶、❸、❽条',
    '共 ١٣٨ 本',
    'the\u0301 138',
    '138 oolong',
    '200000l 10',
    '138      0013      80',
    '5😊6😊7',
    '1、3、5、7、9、11、13',
    '1\n3\n8\n0',
    '138😊1300😊2600元',
    '138转0013路',
    '2-3-1000米',
    '12幢3-5个',
    '5#1-300斤',
    '微信windows版',
    '微信 windows 电脑上',
    '加我微信吧',
    'wxpython 课',
    '微 信任：friends',
    'abc艾特小王',
    'abc艾特qq点了赞',
    'see me @ home. common',
    '订单号 123456789012',
    '快递单号：6222021234567890128',
    'ISBN 9787020002207',
  ])('%s as it is', (text) => {
    expect(found(text)).toEqual([]);
    expect(proposed(text)).toBe(text);
  });

  it('an address and a listed word to strangers where a worker let them through, and no number at all', () => {
    expect(forStrangers('代购烟，12幢402室，13812348000，QQ 123456')).toBe('代购烟，12幢402室，138****8000，QQ 12****');
  });

  it('a list that has nothing to compare with', () => {
    const empty = [' ', '＊＊', '\u200b'].map((word) => ({ word, reason: '' }));
    expect(detect('a ＊＊ b', { watchWords: empty })).toEqual([]);
  });
});

describe('whatever is written', () => {
  const piece = fc.oneof(
    fc.constantFrom('13812348000', '138 1234 8000', '025-84401234', '84401234', '8440 1234', '320105195012120013'),
    fc.constantFrom('6222021234567890128', '一三八一二三四八〇〇〇', '12幢', '402室', '3单元', '502', '怡康街', '88号', '住'),
    fc.constantFrom('微信：', 'abcdef12', 'QQ', 'lao.wang@example.com', '代购烟', 'free', 'money', '138****8000', '电话', '打'),
    fc.constantFrom(
      '１',
      '３',
      '８',
      '0',
      '1',
      '2',
      '12',
      '〇',
      '一',
      '五',
      'x',
      'X',
      'a',
      'v',
      '号',
      '室',
      '𠮷',
      '👨‍👩‍👧',
      'e\u0301',
    ),
    fc.constantFrom(
      ' ',
      '　',
      '-',
      '.',
      '，',
      '、',
      '(',
      '）',
      '+',
      '86',
      '*',
      '****',
      '＊＊',
      ':',
      '@',
      '\n',
      '、',
      '转',
      '😊',
      'O',
      'l',
      '❶',
      '٣',
      '\u20e0',
      '单号',
      '艾特',
      '\u200d',
      '\ue001',
      '元',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

  it('hits are inside, in order and apart, masking leaves none of their kind, and touches nothing else', () => {
    fc.assert(
      fc.property(text, (written) => {
        const hits = detect(written, { watchWords });
        let at = 0;
        for (const { start, end } of hits) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(written.length);
        const masked = mask(written, hits);
        const kinds = hits.map(({ kind }) => kind);
        expect(detect(masked, { watchWords }).filter(({ kind }) => kinds.includes(kind))).toEqual([]);
        let left = masked;
        let from = 0;
        for (const { start, end } of [...hits, { start: written.length, end: written.length }]) {
          const untouched = written.slice(from, start);
          expect(left).toContain(untouched);
          left = left.slice(left.indexOf(untouched) + untouched.length);
          from = end;
        }
      }),
      { numRuns: 2000, seed: 20261123 },
    );
  });

  it.each(
    [
      '1',
      '1 ',
      '13',
      '一',
      '0',
      '138-',
      '12幢',
      'a',
      'a.',
      'a@',
      '微信',
      'qq ',
      '住',
      '1-',
      '住1-',
      '路1号',
      '*',
      '1****',
      '４',
      '\u0301',
      '1\u0301',
      '0l',
      'l',
      'l ',
      '1😊',
      '1转',
      '加我vx ',
      'a艾特',
      '5#1-',
      'free ',
    ].map((unit) => ({ unit })),
  )('100,000 times $unit take no longer than their length', ({ unit }) => {
    const long = unit.repeat(Math.ceil(100_000 / unit.length));
    const began = performance.now();
    detect(long, { watchWords: [...watchWords, { word: 'free free freedom', reason: '' }] });
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

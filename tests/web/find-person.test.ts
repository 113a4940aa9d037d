import { describe, expect, test } from 'vitest';
import { findPeople, sureHit, type Findable } from '../../web/lib/console/roster/find-person.ts';
import { loadSpelling, spellNothing } from '../../web/lib/console/roster/spelling.ts';

const spell = await loadSpelling();
const PEOPLE: Findable[] = [
  { name: '单雄信', number: '01', group: '党员代表' },
  { name: '张伟', number: '02', group: '党员代表' },
  { name: '张伟明', number: '01', group: '群众代表' },
  { name: '欧阳春晓', number: '02', group: '群众代表' },
  { name: '吕布', number: '12', group: '群众代表' },
  { name: '𠮷小田', number: '03', group: '媒体代表' },
  { name: '阿依古丽·买买提', number: '04', group: '媒体代表' },
  { name: null, number: '05', group: '媒体代表' },
];
const find = (asked: string) => findPeople(PEOPLE, asked, spell).map(({ who }) => who.name ?? who.number);
const sure = (asked: string) => sureHit(findPeople(PEOPLE, asked, spell))?.name ?? null;

describe('finding a person at the desk', () => {
  test.each([
    ['张伟', ['张伟', '张伟明']],
    ['zhangwei', ['张伟', '张伟明']],
    ['ZHANG Wei', ['张伟', '张伟明']],
    ['zw', ['张伟', '张伟明']],
    ['zwm', ['张伟明']],
    ['张wm', ['张伟明']],
    ['zhangwm', ['张伟明']],
    ['ｚｗｍ', ['张伟明']],
    ['伟明', ['张伟明']],
    ['ouyang', ['欧阳春晓']],
    ['oycx', ['欧阳春晓']],
    ['chunx', ['欧阳春晓']],
  ])('by name, pinyin, initials or a mixture: %s', (asked, names) => expect(find(asked)).toEqual(names));

  test.each(['shan', 'sxx', 'danxiongxin', 'shanxx'])(
    'a family name in its own reading and the common one: %s',
    (asked) => expect(find(asked)).toContain('单雄信'),
  );

  test.each(['lvbu', 'lübu', 'lyubu', 'lubu', 'lb'])('ü as it is typed: %s', (asked) =>
    expect(find(asked)).toEqual(['吕布']),
  );

  test('a rare character stands for itself, and the rest is found by pinyin', () => {
    expect(find('𠮷')).toEqual(['𠮷小田']);
    expect(find('xiaotian')).toEqual(['𠮷小田']);
    expect(find('阿依古丽买买提')).toEqual(['阿依古丽·买买提']);
    expect(find('aygl')).toEqual(['阿依古丽·买买提']);
  });

  test.each([
    ['12', ['吕布']],
    ['１２', ['吕布']],
    ['12号', ['吕布']],
    ['1', ['单雄信', '张伟明']],
    ['01', ['单雄信', '张伟明']],
    ['党员1', ['单雄信']],
    ['dy01', ['单雄信']],
    ['群众代表 01 号', ['张伟明']],
    ['媒体5', ['05']],
    ['99', []],
  ])('by number, with or without its category: %s', (asked, names) => expect(find(asked)).toEqual(names));

  test('Enter acts on one person alone', () => {
    expect(sure('张伟')).toBe('张伟');
    expect(sure('zhangwei')).toBe('张伟');
    expect(sure('zw')).toBeNull();
    expect(sure('zwm')).toBe('张伟明');
    expect(sure('01')).toBeNull();
    expect(sure('党员 01')).toBe('单雄信');
    expect(sure('nobody')).toBeNull();
  });

  test('nothing asked finds nobody, and names are found before the dictionary is there', () => {
    expect(find('')).toEqual([]);
    expect(find(' 　')).toEqual([]);
    expect(findPeople(PEOPLE, '张伟', spellNothing)).toHaveLength(2);
  });

  test('a long or hostile query costs nothing', () => {
    const many = Array.from({ length: 2000 }, (_, at) => ({ name: `阿阿阿阿阿阿阿阿阿阿${at}` }));
    let spelled = 0;
    const counting = (name: string) => {
      spelled += 1;
      return spell(name);
    };
    expect(findPeople(many, 'a'.repeat(5000), counting)).toEqual([]);
    expect(spelled).toBe(many.length);
  });

  test('a name that can be read in very many ways is read once in each place', () => {
    // Four readings that begin alike: 4 to the power of 20 ways, were each of them gone.
    const read = () => Array.from({ length: 30 }, () => ['zhe', 'zhuo', 'zhao', 'zhu']);
    const found = findPeople([{ name: '着'.repeat(30) }], `${'zh'.repeat(19)}x`, read);
    expect(found).toEqual([]);
    expect(findPeople([{ name: '着'.repeat(30) }], 'zh'.repeat(20), read)).toHaveLength(1);
  });
});

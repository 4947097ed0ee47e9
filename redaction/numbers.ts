import { alone, type Pattern } from './pattern';

const APART = '[\\s.,()_\\-‐-―]{0,3}';
const number = (least: number, most: number) => `\\d(?:${APART}\\d){${String(least - 1)},${String(most - 1)}}`;
/** A number some words after what it is called by. */
const called = (names: string, expression: string) =>
  new RegExp(`(?<![a-z0-9])(?:${names})(?![a-z])[^\\d\\n]{0,40}?(?<![a-z0-9])(${expression})(?!\\d)`, 'g');

/** Numbers and addresses that look like somebody's, whoever it is. */
export const numberPatterns: readonly Pattern[] = [
  {
    kind: 'phone',
    expression: new RegExp(
      `(?<![a-z0-9])(?:(?:\\+|00)84|0|o(?=\\d)|84(?=${APART}[35789](?:${APART}\\d){8}(?!\\d)))${APART}(?:\\(0\\)${APART})?[235789](?:${APART}\\d|o){8,9}(?!\\d)`,
      'g'
    ),
    reason: 'có dạng số điện thoại',
  },
  {
    kind: 'email',
    expression:
      /(?<![a-z0-9._%+-])[a-z0-9._%+-]+\s?(?:@|[[(]\s?(?:at|a cong)\s?[\])]| at | a cong )\s?[a-z0-9-]{1,63}(?:\s?(?:\.|[[(]?(?:dot|cham)[\])]?)\s?[a-z0-9-]{2,63})+/g,
    reason: 'có dạng địa chỉ thư điện tử',
  },
  {
    kind: 'idNumber',
    expression: called(
      'cccd|cmnd|cmt|can cuoc|chung minh|dinh danh|ho chieu|bhxh|bhyt|bao hiem xa hoi|bao hiem y te|mst ca nhan|ma so thue ca nhan',
      `[a-z]{0,2}${number(7, 15)}`
    ),
    reason: 'số giấy tờ',
  },
  {
    kind: 'bankAccount',
    expression: called('stk|so tai khoan|tai khoan|so tk|tk', number(6, 19)),
    reason: 'số tài khoản',
  },
  {
    kind: 'vehiclePlate',
    expression: /(?<![a-z0-9])\d{2}\s?-?\s?[a-z][a-z0-9]?\s?[- .]?\s?\d{3}\s?\.\s?\d{2}(?!\d)/g,
    reason: 'có dạng biển số xe',
  },
  {
    kind: 'vehiclePlate',
    expression: called(
      'bien so|bien kiem soat|bks',
      `\\d{2}\\s?-?\\s?[a-z][a-z0-9]?\\s?[- .]?\\s?\\d{3,5}(?:\\.\\d{2})?`
    ),
    reason: 'biển số xe',
  },
  {
    kind: 'birthDate',
    expression:
      /(?<![a-z])sinh (?:ngay|nam)[\s:]{0,3}(\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{4}|\d{1,2} thang \d{1,2} nam \d{4}|\d{4})(?!\d)/g,
    reason: 'ngày sinh',
  },
  {
    kind: 'caseCode',
    expression: alone('[a-z0-9]{2,8}-\\d{4}(?:-[0-9a-hjkmnp-tv-z]{4}){3}'),
    reason: 'mã tra cứu, chỉ người gửi được biết',
  },
  {
    kind: 'address',
    expression:
      /(?<![a-z])(?:(?:thuong tru|tam tru|tru tai|cu tru|cu ngu|ngu tai|ngu o)(?: (?:tai|o))?|dia chi(?= ?:| la| tai| so| thon| to\b)(?! ?:? ?(?:tru so|trang|website|http|www)))\s?:?\s?(?:la |tai |o )?([a-z0-9][^.;[\n]{3,118}[a-z0-9])/g,
    reason: 'nơi ở',
  },
  {
    kind: 'address',
    expression:
      /(?<![a-z])(?:so nha|nha so) ?:? ?\d[a-z0-9/-]{0,9}(?:,? (?:ngo|ngach|hem|kiet|duong|pho|to|thon|khu) [^,.;\n]{1,40}){0,3}/g,
    reason: 'số nhà',
  },
  { kind: 'idNumber', expression: alone(`0${APART}${number(11, 11)}`), reason: 'có dạng số định danh cá nhân' },
];

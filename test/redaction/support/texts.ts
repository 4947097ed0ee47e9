import fc from 'fast-check';
import type { Person } from '../../../redaction';

/** People, and published texts that tell of them in many writings; from syllables, so that no real person is meant. */
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Đặng', 'Đỗ', 'Ngô', 'Vũ', 'Lý', 'Đinh', 'Hồ'];
const middles = ['Văn', 'Thị', 'Hữu', 'Đức', 'Ngọc', 'Thị Bích', 'Thị Thu', 'Quang', 'Xuân', 'Thế', 'Mỹ'];
const givens = ['An', 'Bình', 'Đạt', 'Hồng', 'Quỳnh', 'Tuấn', 'Yến', 'Ước', 'Hằng', 'Kiệt', 'Mai', 'Sơn', 'Thủy'];
const streets = ['Trần Phú', 'Lê Lợi', 'Phan Đình Phùng', 'Bà Triệu', 'Nguyễn Huệ', 'Đống Đa'];
const wards = ['phường Trung tâm', 'xã Đăk Cấm', 'thị trấn Sông Bờ'];

const name = fc.tuple(fc.constantFrom(...families), fc.constantFrom(...middles), fc.constantFrom(...givens));

const phone = fc
  .tuple(fc.constantFrom('3', '5', '7', '8', '9'), fc.integer({ min: 0, max: 99_999_999 }))
  .map(([first, rest]) => `0${first}${String(rest).padStart(8, '0')}`);

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

export const submitter = fc
  .record({
    name,
    phone,
    number: fc.integer({ min: 1, max: 250 }),
    street: fc.constantFrom(...streets),
    ward: fc.constantFrom(...wards),
    mailbox: fc.integer({ min: 10, max: 9999 }),
    dossier: fc.integer({ min: 1, max: 9999 }),
  })
  .map(({ name: parts, phone: number, number: house, street, ward, mailbox, dossier }) => ({
    name: parts.join(' '),
    phone: number,
    email: `${plain(parts.join('')).toLowerCase().replaceAll(' ', '')}${String(mailbox)}@example.vn`,
    address: `Số ${String(house)} đường ${street}, ${ward}`,
    dossierNumber: `000.00.12.H34-261001-${String(dossier).padStart(4, '0')}`,
  })) satisfies fc.Arbitrary<Person>;

type Known = typeof submitter extends fc.Arbitrary<infer P> ? P : never;

/** One text in different hands and programs. */
const writings = [
  (text: string) => text,
  (text: string) => text.normalize('NFD'),
  plain,
  (text: string) => text.toUpperCase(),
  (text: string) => plain(text).toUpperCase(),
  (text: string) => plain(text).toLowerCase(),
  (text: string) => text.replaceAll(' ', '  '),
  (text: string) => text.replaceAll(' ', '\u00a0'),
];

const phones = [
  (number: string) => number,
  (number: string) => `${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}`,
  (number: string) => `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`,
  (number: string) => `${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6)}`,
  (number: string) => `+84${number.slice(1)}`,
  (number: string) => `+84 (0) ${number.slice(1, 3)} ${number.slice(3, 6)} ${number.slice(6)}`,
  (number: string) => `(84) ${number.slice(1)}`,
  (number: string) => Array.from(number).join(' '),
  (number: string) => Array.from(number, (digit) => String.fromCharCode(0xff10 + Number(digit))).join(''),
];

const sentences = [
  (p: Known) => `Kính gửi ông ${p.name}.`,
  (p: Known) => `Chào chị ${p.name.split(' ').at(-1) ?? ''}, cảm ơn anh/chị đã gửi phản ánh.`,
  (p: Known) => `Công dân ${p.name} trú tại ${p.address} phản ánh về việc chậm trả kết quả.`,
  (p: Known) => `Mọi liên hệ xin gửi về ${p.email}`,
  (p: Known) => `Thư của ${p.email.replace('@', ' [at] ')} đã được tiếp nhận.`,
  (p: Known) => `Hồ sơ ${p.dossierNumber} đang được xem xét.`,
  (p: Known) => `Tệp kèm theo: don_${p.name.replaceAll(' ', '')}.pdf`,
  (p: Known) => `Nhà ở ${p.address.split(',')[0]?.replace('Số ', '') ?? ''} bị ngập.`,
  (p: Known) => `Người đứng đơn: ${p.name.toUpperCase()}`,
  () => 'Cơ quan đã kiểm tra và niêm yết lại thủ tục theo quy định.',
  () => 'Lệ phí là 150.000 đồng, áp dụng từ ngày 01/10/2026.',
];

/** A text about somebody, of several sentences. */
export const textAbout = (person: Known): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        fc
          .tuple(fc.constantFrom(...sentences), fc.constantFrom(...writings))
          .map(([sentence, write]) => write(sentence(person))),
        fc
          .tuple(fc.constantFrom(...phones), fc.constantFrom('Điện thoại: ', 'gọi ', 'SĐT'))
          .map(([write, before]) => `${before}${write(person.phone)} để biết thêm.`)
      ),
      { minLength: 1, maxLength: 8 }
    )
    .map((parts) => parts.join(' '));

const bare = (text: string) => plain(text.normalize('NFKC')).toLowerCase();
const letters = (text: string) => bare(text).replace(/[^a-z0-9]/g, '');

/** What of a person can still be read in a text, found in another way than the service finds it: with nothing but letters and digits left. */
export function readable(text: string, person: Known): string[] {
  const [where, digits] = [letters(text), bare(text).replace(/\D/g, '')];
  const [house = ''] = person.address.split(',');
  const told: Record<string, boolean> = {
    name: where.includes(letters(person.name)),
    phone: digits.includes(person.phone.slice(1)),
    email: where.includes(letters(person.email)) || where.includes(letters(person.email.split('@')[0] ?? '')),
    address: where.includes(letters(house.replace('Số ', ''))),
    dossierNumber: where.includes(letters(person.dossierNumber)),
    greeting: bare(text).includes(`chi ${bare(person.name.split(' ').at(-1) ?? '')},`),
  };
  return Object.keys(told).filter((part) => told[part] === true);
}

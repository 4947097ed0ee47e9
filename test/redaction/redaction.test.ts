import fc from 'fast-check';
import { findPersonalData, proposeRedaction, redacted, type Person } from '../../redaction';
import { readable, submitter, textAbout } from './support/texts';

const nobody: Person = { name: null, address: null, phone: null, email: null, dossierNumber: null };
const found = (text: string, person: Person = nobody) =>
  findPersonalData(text, person).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

const known = submitter.chain((person) => fc.record({ person: fc.constant(person), text: textAbout(person) }));

describe('S7: the text that is proposed for publication', () => {
  test('tells nothing of its submitter, in 1,000 texts of many writings', () => {
    let telling = 0;
    fc.assert(
      fc.property(known, ({ person, text }) => {
        if (readable(text, person).length > 0) telling++;
        expect(readable(proposeRedaction(text, person), person)).toEqual([]);
      }),
      { numRuns: 1000 }
    );
    expect(telling).toBeGreaterThan(800);
  });

  test('is final: nothing more is found in it, and what it keeps stands as it was written', () => {
    fc.assert(
      fc.property(known, ({ person, text }) => {
        const proposed = proposeRedaction(text, person);
        expect(findPersonalData(proposed, person)).toEqual([]);
        let from = 0;
        for (const kept of proposed.split('[…]')) {
          from = text.indexOf(kept, from) + kept.length;
          expect(from).toBeGreaterThanOrEqual(kept.length);
        }
      }),
      { numRuns: 300 }
    );
  });

  test('findings lie in order, apart, within the text', () => {
    fc.assert(
      fc.property(known, ({ person, text }) => {
        let last = 0;
        for (const { start, end } of findPersonalData(text, person)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 }
    );
  });
});

describe('S7: what is known of the submitter', () => {
  const person: Person = {
    name: 'Nguyễn Thị Bích Hồng',
    address: 'Số nhà 12, đường Trần Phú, tổ 5, phường Trung tâm',
    phone: '0905 123 456',
    email: 'bich.hong@example.vn',
    dossierNumber: '000.00.12.H34-261001-0007',
  };

  test.each([
    ['turned round', 'Hồng Nguyễn Thị Bích', ['name Hồng Nguyễn Thị Bích']],
    ['shortened', 'bà Nguyễn Hồng và Bích Hồng', ['name Nguyễn Hồng', 'name Bích Hồng']],
    ['with initials', 'bà N.T.B. Hồng', ['name N.T.B. Hồng']],
    ['greeted by the given name', 'Chào Hồng, cảm ơn Hồng.', ['name Hồng', 'name Hồng']],
    ['in a longer word', 'donNguyenThiBichHong2.pdf', ['name NguyenThiBichHong']],
    ['split by marks no eye sees', 'Nguyễn Thị Bí\u00adch Hồng', ['name Nguyễn Thị Bí\u00adch Hồng']],
    [
      'a telephone in words',
      'không chín không năm một hai ba bốn năm sáu',
      ['phone không chín không năm một hai ba bốn năm sáu'],
    ],
    ['a telephone with letters for zeros', 'O9O5123456', ['phone O9O5123456']],
    ['part of the address', 'số 12 Trần Phú, Tổ 5', ['address 12 Trần Phú', 'address Tổ 5']],
    ['the ward alone tells nobody', 'tại phường Trung tâm', []],
    ['a word that looks like the name', 'Hoa hồng trồng ở sông Hồng', []],
  ])('%s', (_how, text, expected) => {
    expect(found(text, person)).toEqual(expected);
  });

  test('nothing but a name of two words is no reason to find every word like it', () => {
    const short = { ...nobody, name: 'Lê An' };
    expect(found('Đi lễ ăn chay; ông Lê An; le an; LÊ AN', short)).toEqual(['name Lê An', 'name le an', 'name LÊ AN']);
  });
});

describe('S7: what looks like somebody', () => {
  test.each([
    ['Ông Trần Văn B và bà Lê Thị C, anh Tuấn', ['name Trần Văn B', 'name Lê Thị C', 'name Tuấn']],
    ['ông Giám đốc Phạm Đức Long', ['name Phạm Đức Long']],
    ['ÔNG TRẦN VĂN BẢO ĐÃ NỘP ĐƠN', ['name TRẦN VĂN BẢO']],
    ['ong tran van bao da nop', ['name tran van bao']],
    ['ông A, bà N.T.B, bà con, ông Chủ tịch', []],
    ['đường Nguyễn Văn Linh, trường THPT Phan Châu Trinh, TP. Hồ Chí Minh, Bà Rịa', []],
    ['gọi 0235 3852 739, 1900 1234', ['phone 0235 3852 739']],
    ['CCCD số 012345678901, CMND: 123456789', ['idNumber 012345678901', 'idNumber 123456789']],
    ['STK 0011 2233 4455 tại ngân hàng', ['bankAccount 0011 2233 4455']],
    ['biển số 43A-123.45, sinh ngày 12/3/1980', ['vehiclePlate 43A-123.45', 'birthDate 12/3/1980']],
    ['mã PAKN-2611-7K3M-9QXW-2F8A', ['caseCode PAKN-2611-7K3M-9QXW-2F8A']],
    ['thường trú tại thôn 3, xã Hòa Bình. Hết.', ['address thôn 3, xã Hòa Bình']],
    ['địa chỉ trụ sở; địa chỉ website: example.vn', []],
    ['Quyết định số 12/2026/QĐ-UBND ngày 10/11/2026, lệ phí 150.000 đồng', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('an officer may take out some and leave others', () => {
    const text = 'Ông Trần Văn B gọi 0905123456.';
    expect(redacted(text, findPersonalData(text, nobody).slice(1))).toBe('Ông Trần Văn B gọi […].');
  });

  test('a long text without end is looked through to its end', () => {
    const text = `${'Nguyễn Văn An 0905 '.repeat(3000)} ${'a'.repeat(20_000)} ${'1 '.repeat(5000)} ${'a.'.repeat(5000)}`;
    expect(findPersonalData(text, { ...nobody, name: 'Nguyễn Văn An' }).length).toBeGreaterThan(1000);
  });
});

import fc from 'fast-check';
import { isWorkingDay } from '../../domain/calendar';
import { noticeTemplates, type NoticeTemplate } from '../../domain/effects';
import {
  attemptResults,
  informing,
  messageChannels,
  ownChannel,
  stepOn,
  type Attempt,
  type AttemptResult,
  type MessageChannel,
  type Reach,
} from '../../domain/informing';
import { channels } from '../../domain/inputs';
import { dateOf, toInstant, toMillis, type Instant } from '../../domain/time';
import { at, law } from '../support/law';

const { calendar } = law;
const quiet = { hours: { from: '08:00', until: '20:00' }, calendar };
const all: Reach = { usable: messageChannels, own: null, audience: 'submitter' };

/** A Monday within a week of working days. */
const MONDAY = '2026-10-05 09:00';

/** `email unavailable 2026-10-05 09:00`: a try, in one line. */
const tries = (...lines: string[]): Attempt[] =>
  lines.map((line) => {
    const [channel, result, date, time] = line.split(' ') as [MessageChannel, AttemptResult, string, string];
    return { channel, result, at: at(`${date} ${time}`) };
  });

const after = (template: NoticeTemplate, lines: readonly string[], now: string, reach = all) => {
  const { next, stage } = informing(template, reach, tries(...lines), at(now), calendar);
  return [stage, ...next].join(' ');
};

describe('R1.3, S5: which channels are tried first', () => {
  const own = (channel: MessageChannel): Reach => ({ ...all, own: channel });

  test.each(['received', 'rejected', 'info_requested', 'progress', 'published'] as const)(
    'R1.3: `%s` goes by e-mail and SMS alike, and by the channel by which the submitter came',
    (template) => {
      expect(after(template, [], MONDAY)).toBe('underway email sms');
      expect(after(template, [], MONDAY, own('zalo'))).toBe('underway zalo email sms');
      expect(after(template, [], MONDAY, own('sms'))).toBe('underway sms email');
    }
  );

  test('S5: everything else goes by the own channel, and by the next where that one fails', () => {
    expect(after('decided', [], MONDAY)).toBe('underway email');
    expect(after('decided', [], MONDAY, own('zalo'))).toBe('underway zalo');
    expect(after('decided', [`zalo refused ${MONDAY}`], MONDAY, own('zalo'))).toBe('underway email');
  });

  test.each(['message', 'upheld'] as const)(
    'R1.4: `%s` is what somebody wrote: it goes by e-mail, and by the own channel beside it',
    (template) => {
      expect(after(template, [], MONDAY)).toBe('underway email');
      expect(after(template, [], MONDAY, own('sms'))).toBe('underway sms email');
      expect(after(template, [], MONDAY, own('zalo'))).toBe('underway zalo email');
      expect(after(template, [`sms accepted ${MONDAY}`], MONDAY, own('sms'))).toBe('underway email');
      expect(after(template, [`email bounced ${MONDAY}`], MONDAY)).toBe('underway sms');
      expect(after(template, [], MONDAY, { ...own('sms'), usable: ['sms'] })).toBe('underway sms');
      expect(after(template, [], MONDAY, { ...all, usable: ['sms', 'zalo'] })).toBe('underway sms');
    }
  );

  test('S5: an own channel that cannot be used is none', () => {
    expect(after('decided', [], MONDAY, { ...own('zalo'), usable: ['email'] })).toBe('underway email');
    expect(after('published', [], MONDAY, { ...own('zalo'), usable: ['email', 'sms'] })).toBe('underway email sms');
  });

  test('S5: what came by e-mail, telephone or Zalo is told by it; no message goes back by the other ways', () => {
    const own = channels.map((channel) => [channel, ownChannel(channel)]).filter(([, by]) => by !== null);
    expect(own).toEqual([
      ['phone', 'sms'],
      ['email', 'email'],
      ['zalo', 'zalo'],
    ]);
  });

  test('R1.3: of what goes by all means one that arrived informs, once the others have come to their end', () => {
    const accepted = `email accepted ${MONDAY}`;
    expect(after('published', [accepted], MONDAY)).toBe('underway sms');
    expect(after('published', [accepted, `sms unknown ${MONDAY}`], MONDAY)).toBe('informed');
    expect(after('published', [`email bounced ${MONDAY}`, `sms unknown ${MONDAY}`], MONDAY)).toBe('underway zalo');
  });
});

describe('S6: what a result comes to', () => {
  const alone: Reach = { ...all, usable: ['email', 'sms'] };

  test.each<[AttemptResult, string]>([
    ['started', 'underway email'],
    ['accepted', 'informed'],
    ['delivered', 'informed'],
    ['deferred', 'underway email'],
    ['unavailable', 'underway email'],
    ['refused', 'underway sms'],
    ['bounced', 'underway sms'],
    ['unknown', 'underway sms'],
  ])('%s', (result, expected) => {
    expect(after('decided', [`email ${result} ${MONDAY}`], MONDAY, alone)).toBe(expected);
  });

  test('what was told by a channel that cannot be used any more was told all the same, until it comes back', () => {
    for (const usable of [['email'], []] as const) {
      const abroad: Reach = { ...all, own: 'sms', usable };
      for (const result of ['accepted', 'delivered'])
        expect(after('decided', [`sms ${result} ${MONDAY}`], MONDAY, abroad)).toBe('informed');
    }
    const none: Reach = { ...all, usable: [] };
    const sent = `sms accepted ${MONDAY}`;
    expect(after('published', [`email bounced ${MONDAY}`, sent], MONDAY, { ...none, usable: ['email'] })).toBe(
      'informed'
    );
    for (const line of [`sms bounced ${MONDAY}`, `sms deferred ${MONDAY}`])
      expect(after('decided', [line], MONDAY, none)).toBe('exhausted');
  });

  test('the table names every result', () => {
    expect(attemptResults).toHaveLength(8);
  });

  test('a receiving side that puts us off has three days from the first time', () => {
    const lines = [`email deferred ${MONDAY}`, 'email deferred 2026-10-08 08:30'];
    expect(after('decided', lines, '2026-10-08 09:00', alone)).toBe('underway email');
    expect(after('decided', lines, '2026-10-08 09:01', alone)).toBe('underway sms');
  });
});

describe('R6.1, S6: a provider of ours that stays away', () => {
  const away = (since: string) => [`email unavailable ${since}`];
  const mailbox: Reach = { ...all, usable: ['email'] };

  test.each([
    ['on a working day, until the same time of the next one', MONDAY, '2026-10-06 09:00'],
    ['over a weekend, until Monday', '2026-10-09 15:00', '2026-10-12 15:00'],
    ['on a day off, until the next working day', '2026-10-10 15:00', '2026-10-12 15:00'],
  ])('is waited for %s', (_when, since, until) => {
    const [date, time] = until.split(' ');
    const late = `${date!} ${time!}:01`;
    const both: Reach = { ...all, usable: ['email', 'sms'] };
    expect(after('decided', away(since), until, both)).toBe('underway email');
    expect(after('decided', away(since), late, both)).toBe('underway sms');
    expect(after('decided', away(since), late, mailbox)).toBe('exhausted email');
  });

  test('is tried on beside the letter for three working days, and ends the need for it', () => {
    expect(after('decided', away(MONDAY), '2026-10-08 09:00', mailbox)).toBe('exhausted email');
    expect(after('decided', away(MONDAY), '2026-10-08 09:01', mailbox)).toBe('exhausted');
    expect(after('decided', [...away(MONDAY), 'email accepted 2026-10-07 10:00'], '2026-10-07 10:00', mailbox)).toBe(
      'informed'
    );
  });

  test('is tried for staff until it is back: nobody writes them a letter', () => {
    const staff: Reach = { ...mailbox, audience: 'staff' };
    expect(after('case_arrived', away(MONDAY), '2026-11-05 09:00', staff)).toBe('underway email');
    expect(after('case_arrived', [`email refused ${MONDAY}`], MONDAY, staff)).toBe('exhausted');
    const both: Reach = { ...staff, usable: ['email', 'sms'] };
    expect(after('case_arrived', away(MONDAY), '2026-11-05 09:00', both)).toBe('underway sms');
  });

  test('is tried on where it was to tell as well, and not where another has told in its place', () => {
    const lines = [...away(MONDAY), 'sms accepted 2026-10-06 09:01'];
    expect(after('published', lines, '2026-10-07 09:00')).toBe('informed email');
    expect(after('decided', lines, '2026-10-07 09:00')).toBe('informed');
  });
});

describe('S6: when a channel is tried', () => {
  const step = (template: NoticeTemplate, channel: MessageChannel, now: string, lines: readonly string[] = []) =>
    stepOn(template, channel, tries(...lines), at(now), quiet).at;

  test('again after a pause that doubles with each try in vain, up to an hour', () => {
    const lines: string[] = [];
    const pauses = [1, 2, 4, 8, 16, 32, 60, 60].map((expected) => {
      lines.push(`email ${lines.length % 2 === 0 ? 'unavailable' : 'deferred'} ${MONDAY}`);
      return [expected, (toMillis(step('received', 'email', MONDAY, lines)) - toMillis(at(MONDAY))) / 60_000];
    });
    for (const [expected, pause] of pauses) expect(pause).toBe(expected);
  });

  test('at once where the pause is over, and after tries of other channels', () => {
    expect(step('received', 'email', '2026-10-05 10:00', [`email unavailable ${MONDAY}`])).toBe(at('2026-10-05 10:00'));
    expect(step('received', 'email', MONDAY, [`sms unavailable ${MONDAY}`])).toBe(at(MONDAY));
  });

  test.each([
    ['before the morning', '2026-10-05 07:59:59', '2026-10-05 08:00'],
    ['in the morning', '2026-10-05 08:00', '2026-10-05 08:00'],
    ['before the evening', '2026-10-05 19:59:59', '2026-10-05 19:59:59'],
    ['in the evening', '2026-10-05 20:00', '2026-10-06 08:00'],
    ['on Friday night', '2026-10-09 21:00', '2026-10-12 08:00'],
    ['on a Saturday', '2026-10-10 10:00', '2026-10-12 08:00'],
    ['before Tết', '2026-02-13 20:00', '2026-02-23 08:00'],
  ])('by telephone within waking hours of a working day: %s', (_when, now, expected) => {
    for (const channel of ['sms', 'zalo'] as const) expect(step('received', channel, now)).toBe(at(expected));
  });

  test('by e-mail at any hour what somebody did, in waking hours what the clock brings', () => {
    const night = '2026-10-10 23:00';
    const waits = noticeTemplates.filter((template) => step(template, 'email', night) !== at(night));
    expect(waits).toEqual(['info_reminder', 'info_lapsed', 'due_soon', 'overdue', 'case_inherited']);
    for (const template of waits) expect(step(template, 'email', night)).toBe(at('2026-10-12 08:00'));
  });
});

/** How it goes with one person whose tries end one after the other as given, and whose last kind of end stays. */
function followed(template: NoticeTemplate, reach: Reach, results: readonly AttemptResult[], begin: Instant) {
  const attempts: Attempt[] = [];
  let now = begin;
  for (;;) {
    const { next, stage } = informing(template, reach, attempts, now, calendar);
    const [first] = next
      .map((channel) => stepOn(template, channel, attempts, now, quiet))
      .sort((a, b) => toMillis(a.at) - toMillis(b.at));
    if (first === undefined) return { attempts, stage };
    now = first.at;
    const result = results[Math.min(attempts.length, results.length - 1)]!;
    attempts.push({ channel: first.channel, result, at: now });
    if (attempts.length > 1_000) throw new Error('it does not end');
  }
}

describe('S6: the duty to inform is followed to its end', () => {
  const isGood = ({ result }: Attempt) => result === 'accepted' || result === 'delivered';
  const ended = attemptResults.filter((result) => result !== 'started');
  const lives = fc.record({
    template: fc.constantFrom(...noticeTemplates),
    usable: fc.subarray([...messageChannels]),
    own: fc.constantFrom(null, ...messageChannels),
    results: fc.array(fc.constantFrom(...ended), { minLength: 1, maxLength: 40 }),
    begin: fc.integer({ min: toMillis(at('2026-01-01 00:00')), max: toMillis(at('2026-12-01 00:00')) }),
  });
  const everyLife = (check: (life: ReturnType<typeof followed>, usable: readonly MessageChannel[]) => void) => {
    fc.assert(
      fc.property(lives, ({ template, usable, own, results, begin }) => {
        check(followed(template, { usable, own, audience: 'submitter' }, results, toInstant(begin)), usable);
      })
    );
  };

  test('whatever becomes of the tries, somebody is informed or a letter is due', () => {
    everyLife(({ attempts, stage }) => {
      expect(stage).toBe(attempts.some(isGood) ? 'informed' : 'exhausted');
    });
  });

  test('no channel is tried again once it has told or failed for good, and every channel before there is a letter', () => {
    everyLife(({ attempts, stage }, usable) => {
      for (const channel of usable) {
        const own = attempts.filter((attempt) => attempt.channel === channel).map(({ result }) => result);
        const inVain = own.slice(0, -1).filter((result) => result !== 'deferred' && result !== 'unavailable');
        expect(inVain).toEqual([]);
        if (stage === 'exhausted') expect(own).not.toEqual([]);
      }
    });
  });

  test('no telephone rings at night or on a day off', () => {
    everyLife(({ attempts }) => {
      for (const { channel, at: moment } of attempts) {
        if (channel === 'email') continue;
        expect(isWorkingDay(dateOf(moment), calendar)).toBe(true);
        expect(moment.slice(11, 16) >= quiet.hours.from && moment.slice(11, 16) < quiet.hours.until).toBe(true);
      }
    });
  });

  test('the tries on a channel lie apart', () => {
    everyLife(({ attempts }, usable) => {
      for (const channel of usable) {
        const moments = attempts.filter((attempt) => attempt.channel === channel).map(({ at: when }) => toMillis(when));
        for (const [index, moment] of moments.slice(1).entries())
          expect(moment - moments[index]!).toBeGreaterThanOrEqual(60_000);
      }
    });
  });
});

import { endingsOf, type AgencyReform, type AgencyVersion } from './agencies';
import type { Fault } from './case';
import { fault, tooFarAhead } from './faults';
import { codesOf, entriesOn, entryOn, periodsOf } from './register';
import { OFFICE } from './roles';
import { addDays, type LocalDate } from './time';

/** `/v1/agencies/changes` is an address of its own. */
const reserved: readonly string[] = ['changes'];

/** How far back a reform may take effect that is entered late, in days. */
const MOST_DAYS_BACK = 30;

/** What is wrong with a unit that is to exist from a day on. It may have existed before the register knew it. */
export const faultsOfFounding = (
  code: string,
  name: string,
  validFrom: LocalDate,
  known: readonly AgencyVersion[],
  today: LocalDate
): Fault[] => [
  ...(codesOf(known).includes(code) || reserved.includes(code)
    ? [fault('/id', 'taken', 'There is an agency of this id, or was one.')]
    : []),
  ...tooFarAhead('/validFrom', validFrom, today),
  ...nameFaults(code, name, known, validFrom),
];

/** A decision by which cases are still to change hands, whether or not the units end whose cases they are. */
export interface PendingHandover {
  readonly from: readonly string[];
  readonly successor: string;
  readonly effectiveOn: LocalDate;
}

/** What is wrong with a reform, given the register, what is still to be carried out, and the day on which it is entered. */
export function faultsOfReform(
  reform: AgencyReform,
  known: readonly AgencyVersion[],
  pending: readonly PendingHandover[],
  today: LocalDate
): Fault[] {
  return [
    ...(reform.effectiveOn < addDays(today, -MOST_DAYS_BACK)
      ? [fault('/effectiveOn', 'tooFarBack', `A reform takes effect at most ${MOST_DAYS_BACK} days back.`)]
      : []),
    ...tooFarAhead('/effectiveOn', reform.effectiveOn, today),
    ...fromOf(reform).flatMap(({ path, code }) => unitFaults(known, code, path, reform.effectiveOn)),
    ...toOf(reform).flatMap((named) => succeeding(reform, named, known, today)),
    ...repeated([...fromOf(reform), ...(reform.kind === 'split' ? [] : toOf(reform))]),
    ...(reform.kind === 'split' ? splitFaults(reform) : []),
    ...(reform.kind === 'rename' ? renameFaults(reform, known) : []),
    ...(reform.kind === 'rename' ? [] : endingFaults(reform, known, pending)),
  ];
}

interface Named {
  readonly path: string;
  readonly code: string;
}

const listed = (path: string, codes: readonly string[]): Named[] =>
  codes.map((code, index) => ({ path: `${path}/${index}`, code }));

const fromOf = (reform: AgencyReform): Named[] =>
  reform.kind === 'merge' ? listed('/from', reform.from) : [{ path: '/from', code: reform.from }];

function toOf(reform: AgencyReform): Named[] {
  switch (reform.kind) {
    case 'rename':
      return [];
    case 'merge':
      return [{ path: '/to', code: reform.to }];
    case 'split':
      return listed('/to', reform.to);
    case 'dissolve':
      return reform.to === null ? [] : [{ path: '/to', code: reform.to }];
  }
}

/** The unit must exist on the day before which the old order ends and on which the new one begins. */
function unitFaults(known: readonly AgencyVersion[], code: string, path: string, day: LocalDate): Fault[] {
  if (!codesOf(known).includes(code)) return [fault(path, 'unknown', `There is no agency "${code}".`)];
  if (entryOn(known, code, day) !== null) return [];
  const [first] = periodsOf(known, code);
  return first !== undefined && first.from > day
    ? [fault(path, 'notYet', `${code} exists only from ${first.from} on.`)]
    : [fault(path, 'ended', `${code} does not exist on ${day} any more.`)];
}

/** Who takes people and cases over must also exist when they are passed on, which is today where a reform is entered late. */
function succeeding(reform: AgencyReform, { path, code }: Named, known: readonly AgencyVersion[], today: LocalDate) {
  const then = unitFaults(known, code, path, reform.effectiveOn);
  const takesOver = code === endingsOf(reform).successor && today > reform.effectiveOn;
  return then.length === 0 && takesOver ? unitFaults(known, code, path, today) : then;
}

const repeated = (named: readonly Named[]): Fault[] =>
  named
    .filter(({ code }, index) => named.findIndex((other) => other.code === code) < index)
    .map(({ path, code }) => fault(path, 'repeated', `${code} stands here a second time.`));

const splitFaults = ({ to, takesOpenCases }: Extract<AgencyReform, { kind: 'split' }>): Fault[] => [
  ...repeated(listed('/to', to)),
  ...(to.includes(takesOpenCases)
    ? []
    : [fault('/takesOpenCases', 'notAmongSuccessors', `${takesOpenCases} is none of the units that come out.`)]),
];

function renameFaults(
  { from, name, nameEn, effectiveOn }: Extract<AgencyReform, { kind: 'rename' }>,
  known: readonly AgencyVersion[]
): Fault[] {
  const facts = entryOn(known, from, effectiveOn)?.facts;
  if (facts?.name === name && facts.nameEn === nameEn)
    return [fault('/name', 'unchanged', 'This is its name already.')];
  return nameFaults(from, name, known, effectiveOn);
}

/** No two units bear one name on one day. */
export const nameFaults = (code: string, name: string, known: readonly AgencyVersion[], day: LocalDate): Fault[] =>
  entriesOn(known, day)
    .filter((other) => other.code !== code && other.facts.name === name)
    .map((other) => fault('/name', 'taken', `${other.code} bears this name.`));

/** A unit ends once; and not before another that is to go over into it, which would be a circle or a dead end. */
function endingFaults(
  reform: AgencyReform,
  known: readonly AgencyVersion[],
  pending: readonly PendingHandover[]
): Fault[] {
  const { ends, successor } = endingsOf(reform);
  return fromOf(reform).flatMap(({ path, code }) => {
    if (!ends.includes(code)) return [];
    if (code === OFFICE) return [fault(path, 'office', 'The Office receives every case: it cannot end.')];
    const end = entryOn(known, code, reform.effectiveOn)?.validThrough ?? null;
    const ending = codesOf(known).filter((other) =>
      periodsOf(known, other).some(
        ({ from, facts }) => facts.ended && facts.successor === code && from >= reform.effectiveOn
      )
    );
    const dividing = pending.flatMap(({ from, successor: taker, effectiveOn }) =>
      taker === code && !from.includes(code) && effectiveOn >= reform.effectiveOn ? from : []
    );
    const relying = [...new Set([...ending, ...dividing])];
    return [
      ...(end === null ? [] : [fault(path, 'endsAlready', `${code} ends on ${end} by an earlier decision.`)]),
      ...relying.map((other) =>
        other === successor
          ? fault(path, 'circle', `${other} is itself to go over into ${code}.`)
          : fault(path, 'awaited', `${other} is to go over into ${code}, which must exist then.`)
      ),
    ];
  });
}

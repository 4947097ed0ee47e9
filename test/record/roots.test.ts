import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { firstBreachOfExport } from '../../record/exported';
import { leafOf, pathOf, rootOf, rootThrough } from '../../record/merkle';
import { includes, isGenuine, leafOfCase, signed, type Inclusion } from '../../record/roots';
import type { RecordedCase } from '../../record/verify';
import { paperCase } from '../support/paperCase';
import { reception, submitter } from '../support/people';
import { onRecord } from './support/onRecord';

const { privateKey } = generateKeyPairSync('ed25519');

test('R5: the tree is that of RFC 9162', () => {
  // The roots over the first leaves of the well-known test data of Certificate Transparency.
  const leaves = ['', '00', '10', '2021', '3031', '40414243'].map((hex) => leafOf(Buffer.from(hex, 'hex').toString()));
  expect(rootOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(rootOf(leaves.slice(0, 1))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  expect(rootOf(leaves.slice(0, 3))).toBe('aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77');
  expect(rootOf(leaves)).toBe('76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef');
});

test('R5: every leaf leads to the root by its path, and another leaf or place does not', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 40 }), fc.nat(), (contents, pick) => {
      const leaves = contents.map(leafOf);
      const index = pick % leaves.length;
      const path = pathOf(leaves, index);
      const root = rootOf(leaves);
      expect(rootThrough(leaves[index]!, index, leaves.length, path)).toBe(root);
      expect(rootThrough(leafOf(`${contents[index]!}x`), index, leaves.length, path)).not.toBe(root);
      if (leaves.length > 1) {
        expect(rootThrough(leaves[index]!, index, leaves.length, path.slice(1))).not.toBe(root);
        expect(rootThrough(leaves[index]!, (index + 1) % leaves.length, leaves.length, path)).not.toBe(root);
      }
      expect(rootThrough(leaves[index]!, leaves.length, leaves.length, path)).toBeNull();
    })
  );
});

function sealedCase(): { record: RecordedCase; proof: Inclusion } {
  const aCase = paperCase('2026-10-05 09:00');
  aCase.act('2026-10-05 10:00', reception, 'note');
  aCase.act('2026-10-05 11:00', submitter, 'withdraw');
  const record = onRecord('TEST-1', aCase.events);
  const leaves = [leafOfCase('TEST-1', record.head), leafOfCase('TEST-2', record.head)];
  const root = signed(
    {
      number: 1,
      date: '2026-10-06',
      sealedAt: '2026-10-06T00:05:00.000+07:00',
      leaves: 2,
      root: rootOf(leaves),
      previous: null,
    },
    privateKey
  );
  return { record, proof: { case: 'TEST-1', head: record.head, position: 0, path: pathOf(leaves, 0), root } };
}

describe('R5: an exported case held against its root', () => {
  test('is whole as it was sealed', () => {
    const { record, proof } = sealedCase();
    expect(includes(proof)).toBe(true);
    expect(firstBreachOfExport({ record, proof }, [proof.root])).toBeNull();
  });

  test('misses an end that was cut off together with its head', () => {
    const { record, proof } = sealedCase();
    const links = record.links.slice(0, -1);
    const { seq, hash } = links.at(-1)!;
    const cut = { ...record, links, head: { seq, hash }, personal: record.personal.filter((text) => text.seq <= seq) };
    expect(firstBreachOfExport({ record: cut, proof: null })).toBeNull();
    expect(firstBreachOfExport({ record: cut, proof })).toMatchObject({
      seq: 3,
      what: 'events at the end are missing',
    });
  });

  test('notices a record that was written anew from its start', () => {
    const { proof } = sealedCase();
    const again = sealedCase().record;
    expect(firstBreachOfExport({ record: again, proof })).toMatchObject({ seq: 3 });
  });

  test('notices a root that was made anew, by its signature or by the one that somebody kept', () => {
    const { record, proof } = sealedCase();
    const { proof: other } = sealedCase();
    const forged = { ...proof.root, root: other.root.root };
    expect(isGenuine(forged)).toBe(false);
    expect(firstBreachOfExport({ record, proof: { ...proof, root: forged } })).toMatchObject({
      what: 'the signature of the root is false',
    });
    expect(firstBreachOfExport({ record, proof }, [other.root])).toMatchObject({
      what: 'the root is another than the one that was published',
    });
  });
});

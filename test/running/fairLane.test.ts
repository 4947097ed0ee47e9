import { createFairLane } from '../../running/fairLane';

describe('R1.4: what submitters have printed', () => {
  test('is laid out one after the other, and whoever asks for much holds up others by one document', async () => {
    const inLane = createFairLane();
    const begun: string[] = [];
    let underWay = 0;
    const ask = (asker: string, document: string) =>
      inLane(asker, async () => {
        begun.push(asker + document);
        underWay++;
        expect(underWay).toBe(1);
        await Promise.resolve();
        underWay--;
        return document;
      });
    const asked = [ask('A', '1'), ask('A', '2'), ask('A', '3'), ask('B', '1'), ask('B', '2')];
    await expect(Promise.all(asked)).resolves.toEqual(['1', '2', '3', '1', '2']);
    expect(begun).toEqual(['A1', 'B1', 'A2', 'B2', 'A3']);
  });

  test('goes on behind what fails', async () => {
    const inLane = createFairLane();
    const failing = inLane('A', () => Promise.reject(new Error('too long')));
    const [next, other] = [inLane('A', () => Promise.resolve('next')), inLane('B', () => Promise.resolve('other'))];
    await expect(failing).rejects.toThrow('too long');
    await expect(Promise.all([next, other])).resolves.toEqual(['next', 'other']);
  });
});

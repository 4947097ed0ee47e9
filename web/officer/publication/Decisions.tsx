import { Alert, Button, Group } from '@mantine/core';
import { IconEyeOff, IconShieldCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { FormPart } from '../../shared/forms/ActionForm';
import { useTexts } from '../../shared/i18n/catalogue';
import { ProblemAlert } from '../../shared/states/ProblemAlert';
import { officerTexts } from '../messages';
import { replacedIn } from './places';
import { confirmedIn, isSame, textIn, textNames, withConfirmed, withText } from './publishedTexts';
import { useFindings } from './useFindings';

interface DecisionsProps {
  readonly code: string;
  readonly part: Pick<FormPart, 'values' | 'set'>;
}

/** How many findings wait for a decision in all texts, and all of them redacted at once. */
export function Decisions({ code, part: { values, set } }: DecisionsProps) {
  const t = useTexts(officerTexts);
  const findings = useFindings(code, values);
  // What is found no more needs no confirmation, and the service would refuse it.
  useEffect(() => {
    if (!findings.fresh) return;
    for (const name of textNames) {
      const confirmed = confirmedIn(values, name);
      const still = confirmed.filter((place) => findings.of(name).some(isSame(place)));
      if (still.length < confirmed.length) {
        set(withConfirmed(values, name, still));
        return;
      }
    }
  });
  const undecided = textNames.reduce((sum, name) => sum + findings.undecided(name).length, 0);
  if (findings.error !== null) return <ProblemAlert error={findings.error} />;
  if (!findings.fresh && undecided === 0) return null;
  const redactAll = () => {
    let after = values;
    for (const name of textNames)
      for (const place of findings.undecided(name).toReversed())
        after = { ...after, ...withText(after, name, replacedIn(textIn(after, name), place, findings.replacement)) };
    set(after);
  };
  return (
    <Alert
      role="status"
      variant="light"
      styles={stylesOf(undecided === 0 ? 'calm' : 'soon')}
      icon={undecided === 0 ? <IconShieldCheck aria-hidden /> : <IconEyeOff aria-hidden />}
      title={undecided === 0 ? t.nothingUndecided : t.undecided(undecided)}
    >
      <Group gap="sm" justify="space-between">
        {undecided === 0 ? t.nothingUndecidedHint : t.undecidedHint}
        {undecided > 0 && (
          <Button size="compact-md" variant="default" onClick={redactAll}>
            {t.redactAll}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

const stylesOf = (tone: 'calm' | 'soon') => {
  const color = `var(--${tone}-text)`;
  return { root: { background: `var(--${tone}-ground)` }, title: { color }, icon: { color }, message: { color } };
};

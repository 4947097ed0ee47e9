import { Text } from '@mantine/core';
import { $api } from '../shared/api/client';
import type { TermName } from '../shared/api/types';
import { useTexts } from '../shared/i18n/catalogue';
import { useFormats } from '../shared/i18n/format';
import { Loaded } from '../shared/states/Loaded';
import { citizenTexts } from './messages';
import styles from './StepsOfCase.module.css';

/** What happens to a case after it was sent, with the terms of the law as it stands today. */
export function StepsOfCase() {
  const t = useTexts(citizenTexts);
  const format = useFormats();
  const policies = $api.useQuery('get', '/v1/policies');
  return (
    <Loaded query={policies}>
      {({ items }) => {
        const terms = items.find(({ inForce }) => inForce)?.terms ?? {};
        const days = (term: TermName) => format.number(terms[term]?.workingDays ?? 0);
        const steps: [title: string, text: string][] = [
          [t.stepReceived, t.stepReceivedText],
          [t.stepReject(days('rejectBy')), t.stepRejectText],
          [t.stepRoute(days('routeBy')), t.stepRouteText],
          [t.stepAnswer(days('answerBy')), t.stepAnswerText(days('progressDue'))],
          [t.stepPublish, t.stepPublishText(days('closeAfter'))],
        ];
        return (
          <ol className={styles.steps}>
            {steps.map(([title, text]) => (
              <li key={title}>
                <Text fw={600}>{title}</Text>
                <Text c="dimmed">{text}</Text>
              </li>
            ))}
          </ol>
        );
      }}
    </Loaded>
  );
}

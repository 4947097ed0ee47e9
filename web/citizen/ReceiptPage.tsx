import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { QRCodeSVG } from 'qrcode.react';
import { $api } from '../shared/api/client';
import type { Case } from '../shared/api/types';
import { ButtonLink } from '../shared/ButtonLink';
import { CaseCode } from '../shared/case/CaseCode';
import { CountedDays } from '../shared/case/CountedDays';
import { inOrder, termNameOf } from '../shared/case/deadline';
import { Deadlines } from '../shared/case/Deadlines';
import { Facts } from '../shared/case/Facts';
import { caseTexts } from '../shared/case/messages';
import { ReceiptButton } from '../shared/case/ReceiptButton';
import { useTexts } from '../shared/i18n/catalogue';
import { useFormats } from '../shared/i18n/format';
import { sharedTexts } from '../shared/messages';
import { Page } from '../shared/Page';
import { useRole } from '../shared/session/useRole';
import { Loaded } from '../shared/states/Loaded';
import { citizenTexts } from './messages';
import styles from './ReceiptPage.module.css';

const route = getRouteApi('/receipt/$code');

/** What a submitter keeps: the code, as a QR code too, the deadlines, and the days that they count. */
export function ReceiptPage() {
  const t = useTexts(citizenTexts);
  const { code } = route.useParams();
  const query = $api.useQuery('get', '/v1/cases/{code}', { params: { path: { code } } });
  return (
    <Page title={t.receiptTitle} lead={t.receiptLead} size="md">
      <Loaded query={query}>{(received) => <Receipt received={received} />}</Loaded>
    </Page>
  );
}

function Receipt({ received }: { received: Case }) {
  const t = useTexts(citizenTexts);
  const words = useTexts(caseTexts);
  const shared = useTexts(sharedTexts);
  const format = useFormats();
  const role = useRole();
  const { code, title, receivedAt, deadlines, head } = received;
  return (
    <Stack gap="lg">
      <Paper className={styles.receipt}>
        <div>
          <Text size="sm" c="dimmed">
            {words.code}
          </Text>
          <Text fz="xl" fw={600} mb="md">
            <CaseCode code={code} />
          </Text>
          <Facts
            facts={[
              [t.title, title],
              [t.receivedAt, format.moment(receivedAt)],
              [t.sealed, <span key="head" className={styles.seal}>{`${String(head.seq)}-${head.hash}`}</span>],
            ]}
          />
          <Text size="sm" c="dimmed" mt="xs">
            {t.sealedHint}
          </Text>
        </div>
        <figure className={styles.qr}>
          <QRCodeSVG value={`${location.origin}/track/${code}`} size={144} marginSize={2} title={t.qrLabel} />
          <figcaption>{t.qrHint}</figcaption>
        </figure>
      </Paper>
      <Paper>
        <Title order={2} fz="h3" mb="sm">
          {t.deadlines}
        </Title>
        <Deadlines deadlines={deadlines} />
      </Paper>
      {inOrder(deadlines).map(([name, term]) => (
        <Paper key={name}>
          <Title order={2} fz="h4" mb="xs">
            {t.howCounted(words.terms[termNameOf(name)])}
          </Title>
          <CountedDays term={term} />
        </Paper>
      ))}
      <Group className="screen-only">
        <ButtonLink to={role === 'reception' ? '/inbox/$code' : '/my-cases/$code'} params={{ code }}>
          {t.toCase}
        </ButtonLink>
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          aria-label={t.receiptPrint}
          onClick={() => {
            window.print();
          }}
        >
          {shared.print}
        </Button>
        <ReceiptButton code={code} />
      </Group>
    </Stack>
  );
}

import { Container, Text } from '@mantine/core';
import { useTexts } from '../shared/i18n/catalogue';
import { sharedTexts } from '../shared/messages';
import styles from './Footer.module.css';

/** Whose service it is, and on what it rests. */
export function Footer() {
  const t = useTexts(sharedTexts);
  return (
    <footer className={`${styles.footer} screen-only`}>
      <Container size="xl">
        <Text size="sm" fw={600}>
          {t.serviceOf}
        </Text>
        <Text size="sm">{t.legalBasis}</Text>
      </Container>
    </footer>
  );
}

import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Case } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { officerTexts } from '../messages';
import { Facts } from '../../shared/case/Facts';
import styles from './PublicationReview.module.css';
import { Section } from '../../shared/Section';

interface PublicationReviewProps {
  readonly ofCase: Case;
  /** The form of what will be published. */
  readonly children: ReactNode;
}

/** What was written beside what will be published: the personal data of the submitter stays on the left (R9.1). */
export function PublicationReview({ ofCase, children }: PublicationReviewProps) {
  const t = useTexts(officerTexts);
  const { name, address, phone, email } = ofCase.submitter;
  // What officers have mended since tells who it is as well as what the submitter gave.
  const known = new Set([name, address, phone, email, ofCase.contact?.phone, ofCase.contact?.email]);
  return (
    <div className={styles.panes}>
      <div className={styles.original}>
        <Section title={t.original}>
          <Facts
            facts={[
              [t.mayNotAppear, [...known].filter((part) => part != null).join(' · ')],
              [t.titleSent, ofCase.title],
              [
                t.content,
                <Text key="content" className="prose" span>
                  {ofCase.content}
                </Text>,
              ],
              [
                t.answer,
                ofCase.answer && (
                  <Text key="answer" className="prose" span>
                    {ofCase.answer}
                  </Text>
                ),
              ],
            ]}
          />
        </Section>
      </div>
      {children}
    </div>
  );
}

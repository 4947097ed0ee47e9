import { Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../shared/api/types';
import { Tag } from '../../shared/case/Tag';
import { useTexts } from '../../shared/i18n/catalogue';
import { officerTexts } from '../messages';
import { type ListSearch, type View, withoutPlace } from './listSearch';
import styles from './ViewTabs.module.css';

type InboxView = Schemas['InboxView'];

interface ViewTabsProps {
  readonly views: readonly InboxView[];
  readonly current: View;
  readonly search: ListSearch;
}

/** The lists of the person's own with how much lies in each, and what of the present one is late. */
export function ViewTabs({ views, current, search }: ViewTabsProps) {
  const t = useTexts(officerTexts);
  const filters = withoutPlace(search);
  const shown = views.find(({ view }) => view === current);
  return (
    <Group justify="space-between" gap="sm" className="screen-only">
      <nav aria-label={t.views} className={styles.tabs}>
        {views.map(({ view, cases }) => (
          <Link
            key={view}
            to="/inbox"
            search={{ ...filters, view }}
            className={styles.tab}
            aria-current={view === current ? 'page' : undefined}
          >
            {t.viewNames[view]} <span className={styles.count}>{t.atMost(cases)}</span>
          </Link>
        ))}
      </nav>
      {shown !== undefined && (
        <Group gap="xs">
          {shown.late > 0 && (
            <Link to="/inbox" search={{ ...filters, view: current, due: 'late' }} className={styles.narrow}>
              <Tag tone="late">{t.lateCount(shown.late)}</Tag>
            </Link>
          )}
          {shown.dueToday > 0 && (
            <Link to="/inbox" search={{ ...filters, view: current, due: 'today' }} className={styles.narrow}>
              <Tag tone="soon">{t.todayCount(shown.dueToday)}</Tag>
            </Link>
          )}
        </Group>
      )}
    </Group>
  );
}

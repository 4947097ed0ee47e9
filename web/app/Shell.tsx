import { Burger, Container, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, useLocation } from '@tanstack/react-router';
import type { PropsWithChildren } from 'react';
import { useTexts } from '../shared/i18n/catalogue';
import { useLanguage } from '../shared/i18n/language';
import { sharedTexts } from '../shared/messages';
import { roleInCapacity, useActingFor } from '../shared/session/actingFor';
import { useSession } from '../shared/session/session';
import icon from '../shared/theme/icon.svg';
import { AccountMenu } from './AccountMenu';
import { ActingForBar } from './ActingForBar';
import { Footer } from './Footer';
import { LanguageSwitch } from './LanguageSwitch';
import { navigationFor } from './navigation';
import { SchemeSwitch } from './SchemeSwitch';
import styles from './Shell.module.css';

/** Around every page: skip link, banner with the menu, the page itself, footer. */
export function Shell({ children }: PropsWithChildren) {
  const t = useTexts(sharedTexts);
  const [menuOpen, menu] = useDisclosure();
  return (
    <div className={styles.shell}>
      <a className="skip-link" href="#content">
        {t.skipToContent}
      </a>
      <header className={`${styles.banner} screen-only`}>
        <Container size="xl" className={styles.bar}>
          <Link to="/" className={styles.brand}>
            <img src={icon} alt="" width={36} height={36} />
            <span>
              <span className={styles.brandName}>{t.serviceName}</span>
              <span className={styles.brandOf}>{t.serviceOf}</span>
            </span>
          </Link>
          <nav aria-label={t.menu} className={styles.wide}>
            <Menu />
          </nav>
          <Group gap="xs" wrap="nowrap" ml="auto">
            <div className={styles.wide}>
              <LanguageSwitch />
            </div>
            <SchemeSwitch />
            <AccountMenu />
            <Burger
              className={styles.narrow}
              color="var(--brand-text)"
              size="sm"
              opened={menuOpen}
              onClick={menu.toggle}
              aria-label={t.menu}
              aria-expanded={menuOpen}
              aria-controls="menu"
            />
          </Group>
        </Container>
      </header>
      {menuOpen && (
        <Container size="xl" className={`${styles.sheet} ${styles.narrow} screen-only`}>
          <nav id="menu" aria-label={t.menu} onClick={menu.close}>
            <Menu />
          </nav>
          <LanguageSwitch plain />
        </Container>
      )}
      <ActingForBar />
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Footer />
    </div>
  );
}

function Menu() {
  const language = useLanguage();
  const session = useSession();
  const absent = useActingFor();
  const path = useLocation({ select: ({ pathname }) => pathname });
  if (session === undefined) return null;
  const who = session === null ? 'stranger' : roleInCapacity(session.role, absent);
  return (
    <ul className={styles.menu}>
      {navigationFor(who).map(({ to, also, label }) => (
        <li key={to}>
          <Link
            to={to}
            className={styles.link}
            activeOptions={{ exact: to === '/' }}
            {...(also === path && { 'data-status': 'active', 'aria-current': 'page' })}
          >
            {label[language]}
          </Link>
        </li>
      ))}
    </ul>
  );
}

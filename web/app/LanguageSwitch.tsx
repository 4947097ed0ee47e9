import { Button } from '@mantine/core';
import { chooseLanguage, useLanguage } from '../shared/i18n/language';

/** Offers the other language, in that language. */
export function LanguageSwitch({ plain = false }: { plain?: boolean }) {
  const other = useLanguage() === 'vi' ? 'en' : 'vi';
  return (
    <Button
      size="sm"
      variant={plain ? 'default' : 'transparent'}
      c={plain ? undefined : 'var(--brand-text)'}
      lang={other}
      onClick={() => {
        chooseLanguage(other);
      }}
    >
      {other === 'en' ? 'English' : 'Tiếng Việt'}
    </Button>
  );
}

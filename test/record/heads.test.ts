import { languages } from '../../domain/languages';
import { deliveredTexts } from '../../messages/catalogue';
import { templateKeys } from '../../messages/catalogue/texts';
import { written } from '../../messages/render';

const ofCases = templateKeys.filter((key) => !key.startsWith('service/'));

test.each(languages.flatMap((language) => ofCases.map((key) => [key, language] as const)))(
  'R5: %s (%s) tells the head of the chain, and where the case can be followed',
  (key, language) => {
    const facts = {
      name: 'Người gửi',
      code: 'PAKN-1',
      head: `3:${'a'.repeat(64)}`,
      link: 'https://pakn.example/track',
    };
    const { subject, body } = written(deliveredTexts(key, language), facts, { language, preferences: null });
    expect(body).toContain(facts.head);
    expect(body).toContain(facts.link);
    expect(subject).toContain(facts.code);
  }
);

import { accountsConfigFrom } from '../../accounts/config';
import { attachmentsConfigFrom } from '../../attachments/config';
import { configFrom } from '../../config';
import { intakeConfigFrom } from '../../intake/config';
import { messagesConfigFrom } from '../../messages/config';
import { subscribersConfigFrom } from '../../subscribers/config';
import { TEST_PAYLOAD_KEYS } from '../support/keyring';

const env = { DATABASE_URL: 'postgres://127.0.0.1/pakn', PAYLOAD_KEYS: TEST_PAYLOAD_KEYS };

test('R8.1: deadlines follow the real clock in production: a training clock is refused there', () => {
  const training = { ...env, TRAINING_DAY_SECONDS: '60' };
  expect(configFrom(training)).toMatchObject({ production: false, trainingDaySeconds: 60 });
  expect(() => configFrom({ ...training, NODE_ENV: 'production' })).toThrow('TRAINING_DAY_SECONDS is refused');
  expect(configFrom({ ...env, NODE_ENV: 'production' })).toMatchObject({ production: true, trainingDaySeconds: null });
});

test.each([
  [configFrom, ['PORT', 'DATABASE_URL', 'PAYLOAD_KEYS']],
  [accountsConfigFrom, ['AUTH_SECRET', 'PUBLIC_URL', 'SIGN_IN_WINDOW_SECONDS']],
  [attachmentsConfigFrom, ['S3_ENDPOINT', 'S3_PATH_STYLE']],
  [intakeConfigFrom, ['INTAKE_IMAP_PORT', 'INTAKE_IMAP_TLS']],
  [messagesConfigFrom, ['PUBLIC_URL', 'SMTP_URL', 'SMS_DIACRITICS']],
  [subscribersConfigFrom, ['PUBLIC_URL', 'WEBHOOK_TIMEOUT_SECONDS']],
])('%p names every setting that is wrong, and no value', (read, names) => {
  const wrong = Object.fromEntries(names.map((name) => [name, 'no such thing']));
  for (const name of names) expect(() => read(wrong)).toThrow(`${name}: `);
  expect(() => read(wrong)).not.toThrow('no such thing');
});

describe('S6: the configuration of messages', () => {
  const given = { PUBLIC_URL: 'https://pakn.example.vn', SMS_SENDER: 'PAKN' };

  test('has one way for short messages', () => {
    const gateway = { ...given, SMS_GATEWAY_URL: 'https://sms.example.vn' };
    expect(messagesConfigFrom(gateway).sms).toMatchObject({ smpp: null, gateway: { sender: 'PAKN' } });
    const both = { ...gateway, SMPP_URL: 'smpp://a:b@smsc.example.vn' };
    expect(() => messagesConfigFrom(both)).toThrow('SMPP_URL and SMS_GATEWAY_URL exclude each other');
  });

  test('wakes nobody at hours that are none', () => {
    expect(messagesConfigFrom({ ...given, WAKING_HOURS: '07:30-21:00' }).hours).toEqual({
      from: '07:30',
      until: '21:00',
    });
    for (const hours of ['', '08:00', '20:00-08:00', '08:00-08:00', '8:00-20:00', '08:00-24:00', '08:00-12:00-20:00'])
      expect(() => messagesConfigFrom({ ...given, WAKING_HOURS: hours })).toThrow('WAKING_HOURS: is not such as');
  });
});

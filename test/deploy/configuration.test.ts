import { configFrom } from '../../config';
import { messagesConfigFrom } from '../../messages/config';
import { TEST_PAYLOAD_KEYS } from '../support/keyring';

const env = { DATABASE_URL: 'postgres://127.0.0.1/pakn', PAYLOAD_KEYS: TEST_PAYLOAD_KEYS };

test('R8.1: deadlines follow the real clock in production: a training clock is refused there', () => {
  const training = { ...env, TRAINING_DAY_SECONDS: '60' };
  expect(configFrom(training)).toMatchObject({ production: false, trainingDaySeconds: 60 });
  expect(() => configFrom({ ...training, NODE_ENV: 'production' })).toThrow('TRAINING_DAY_SECONDS is refused');
  expect(configFrom({ ...env, NODE_ENV: 'production' })).toMatchObject({ production: true, trainingDaySeconds: null });
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

const common = {
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  setupFiles: ['<rootDir>/test/support/seed.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};

module.exports = {
  // The servers and the workers' bundles take their share of the cores.
  maxWorkers: 2,
  // For what hangs alone: how long anything takes is up to the machine.
  testTimeout: 600_000,
  projects: [
    {
      ...common,
      displayName: 'domain',
      testMatch: ['<rootDir>/test/{domain,calendar,deploy,record,recovery,redaction,running,web}/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'system',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/test/domain/',
        '<rootDir>/test/calendar/',
        '<rootDir>/test/deploy/',
        '<rootDir>/test/record/',
        '<rootDir>/test/recovery/',
        '<rootDir>/test/redaction/',
        '<rootDir>/test/running/',
        '<rootDir>/test/web/',
        '<rootDir>/test/browser/',
      ],
      globalSetup: '<rootDir>/test/support/startServers.ts',
      globalTeardown: '<rootDir>/test/support/stopServers.ts',
    },
    {
      ...common,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/test/browser/support/setUp.ts',
      globalTeardown: '<rootDir>/test/support/stopServers.ts',
    },
  ],
};

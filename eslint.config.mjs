import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What would make a replay differ from the first run: host clock, randomness, host time zone, Node built-ins. */
const impureGlobals = [
  'process',
  'Buffer',
  'crypto',
  'structuredClone',
  'fetch',
  'setTimeout',
  'setInterval',
  'Temporal',
  'Intl',
];
const impureSyntax = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The moment comes in as an argument.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'No randomness here.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(getDate|getDay|getHours|getMinutes|getMonth|getFullYear|toLocale.*)$/]',
    message: 'Depends on the time zone of the host: use domain/workingDays.',
  },
];
const noHostClock = {
  selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
  message: 'The moment comes in as an argument.',
};
const folder = (name) => ({ group: [`**/${name}/*`, `**/${name}`] });
/** A folder beside that of the file, where a file within has the same name. */
const outside = (name) => ({ regex: `^(\\.\\./)+${name}/` });
const forbid = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const pageAreas = ['shared', 'account', 'citizen', 'officer', 'supervisor', 'admin', 'app'];
const pure = { 'no-restricted-globals': ['error', ...impureGlobals], 'no-console': 'error' };

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**', 'web/generated/**', '.data/**', 'db/migrations/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    rules: {
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      'max-lines': ['error', 400],
    },
  },
  {
    files: ['domain/**'],
    rules: {
      ...pure,
      ...forbid({ regex: '^(?!\\./)', message: 'domain/ imports nothing outside itself.' }),
      'no-restricted-syntax': ['error', ...impureSyntax, noHostClock],
    },
  },
  {
    files: ['domain/*/**'],
    rules: forbid({ regex: '^(?!\\./|\\.\\./\\w)', message: 'domain/ imports nothing outside itself.' }),
  },
  {
    files: ['workflows/**'],
    rules: {
      ...pure,
      'no-restricted-syntax': ['error', ...impureSyntax],
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\./|\\.\\./domain/|\\.\\./activities|@temporalio/(workflow|common)$)',
              message: 'Workflows see domain/ and the SDK only.',
            },
            { regex: '^\\.\\./activities', allowTypeImports: true, message: 'Import only the types of activities.' },
          ],
        },
      ],
    },
  },
  { files: ['activities/**'], rules: forbid({ regex: '^@temporalio/workflow' }, folder('api'), folder('workflows')) },
  {
    files: ['db/**'],
    rules: forbid(folder('api'), outside('subscribers'), folder('activities'), folder('workflows')),
  },
  { files: ['calendar/**'], rules: forbid(folder('api'), folder('db'), folder('activities'), folder('workflows')) },
  { files: ['books/**'], rules: forbid(folder('api'), folder('activities'), folder('workflows')) },
  { files: ['{starters,messages,recovery}/**'], rules: forbid(folder('api'), folder('activities')) },
  {
    files: ['{http,news}/**'],
    rules: forbid({ regex: '^\\.\\.(?!/domain/)', message: 'http/ and news/ see domain/ alone.' }),
  },
  { files: ['accounts/**'], rules: forbid(folder('api'), folder('workflows'), folder('activities')) },
  { files: ['secrets/**'], rules: forbid({ regex: '^\\.\\.', message: 'secrets/ knows nothing of what it guards.' }) },
  { files: ['running/**'], rules: forbid({ regex: '^\\.', message: 'running/ knows nothing of what it runs.' }) },
  {
    files: ['inputs/**'],
    rules: forbid({ regex: '^(\\.\\./)+(?!\\.|domain/|news/)', message: 'inputs/ sees domain/ and news/ alone.' }),
  },
  { files: ['api/**'], rules: forbid(folder('workflows'), folder('activities')) },
  {
    files: ['web/**'],
    ...reactHooks.configs.flat['recommended-latest'],
  },
  {
    files: ['web/**'],
    rules: {
      // The router is told of a redirection by a throw.
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  ...pageAreas.map((area) => ({
    files: [`web/${area}/**`],
    rules: forbid(
      {
        regex: '^(\\.\\./)+(domain|inputs|http|news|accounts|db|activities|workflows|temporal)/|^(\\.\\./){2,}api/',
        message: 'The pages know the service by its description alone.',
      },
      {
        regex: `^(\\.\\./)+(${pageAreas.filter((other) => other !== area && other !== 'shared' && area !== 'app').join('|') || '-'})/`,
        message: 'An area of the pages sees itself and web/shared.',
      }
    ),
  })),
  { files: ['*.config.{ts,mjs,js}'], rules: { 'import-x/no-default-export': 'off' } },
  { files: ['**/*.mjs', '*.js'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['test/**'],
    rules: {
      // A file of tests is one setting with its scenes, and a setting of servers costs seconds.
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  }
);

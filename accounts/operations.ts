import { z } from 'zod';
import { onward } from '../http/headers';
import type { Operations } from '../http/operation';
import {
  accountAnswer,
  accountPage,
  keyList,
  methodsAnswer,
  newKeyAnswer,
  passwordLinkAnswer,
  principalAnswer,
  readAccountAnswer,
  signedInAnswer,
} from './answers';
import {
  accountChangeInput,
  accountListInput,
  forgotPasswordInput,
  newAccountInput,
  newKeyInput,
  oidcStartInput,
  resetPasswordInput,
  signInInput,
  signUpInput,
} from './inputs';

export const authOperations = {
  signIn: {
    route: 'POST /v1/auth/sign-in',
    summary: 'Begins a session',
    for: 'anyone',
    body: signInInput,
    answers: { 200: signedInAnswer },
    problems: ['wrong-credentials', 'account-disabled', 'too-many-attempts'],
  },
  signUp: {
    route: 'POST /v1/auth/sign-up',
    summary: 'Makes an account for a submitter and begins a session',
    for: 'anyone',
    body: signUpInput,
    answers: { 201: signedInAnswer },
    problems: ['email-taken', 'too-many-attempts'],
  },
  signOut: {
    route: 'POST /v1/auth/sign-out',
    summary: 'Ends the session, if there is one',
    for: 'anyone',
    answers: { 204: 'The session has ended' },
  },
  whoAmI: {
    route: 'GET /v1/auth/me',
    summary: 'Who is asking',
    for: 'signedIn',
    scope: 'any',
    answers: { 200: principalAnswer },
  },
  forgotPassword: {
    route: 'POST /v1/auth/forgot-password',
    summary: 'Offers a new password by e-mail, if there is such an account',
    for: 'anyone',
    body: forgotPasswordInput,
    answers: { 202: 'Taken; the answer is the same without such an account' },
    problems: ['too-many-attempts'],
  },
  resetPassword: {
    route: 'POST /v1/auth/reset-password',
    summary: 'Sets a new password',
    for: 'anyone',
    body: resetPasswordInput,
    answers: { 204: 'The password is set, and every session has ended' },
    problems: ['too-many-attempts'],
  },
  listSignInMethods: {
    route: 'GET /v1/auth/methods',
    summary: 'How one can sign in here',
    for: 'anyone',
    answers: { 200: methodsAnswer },
  },
} satisfies Operations;

/** Offered only where an external provider is configured. */
export const oidcOperations = {
  startOidc: {
    route: 'GET /v1/auth/oidc/start',
    summary: 'Leads to the external provider of identities, where one is configured',
    for: 'anyone',
    query: oidcStartInput,
    answers: { 302: 'To the provider' },
    answerHeaders: { 302: onward },
    problems: ['no-such-page', 'provider-unavailable'],
  },
  finishOidc: {
    route: 'GET /v1/auth/oidc/callback/sso',
    summary: 'Where the external provider sends people back to',
    for: 'anyone',
    answers: { 302: 'To the page that was asked for, or to the sign-in page with an `error`' },
    answerHeaders: { 302: onward },
    problems: ['no-such-page'],
  },
} satisfies Operations;

export const ofAccount = z.object({ id: z.uuid() });
export const ofKey = ofAccount.extend({ key: z.uuid() });

export const administrationOperations = {
  listAccounts: {
    route: 'GET /v1/accounts',
    summary: 'Accounts, in the order of their creation',
    for: ['admin'],
    query: accountListInput,
    answers: { 200: accountPage },
  },
  createAccount: {
    route: 'POST /v1/accounts',
    summary: 'Makes an account, whose e-mail the administrator vouches for',
    for: ['admin'],
    body: newAccountInput,
    answers: { 201: accountAnswer },
    problems: ['email-taken'],
  },
  readAccount: {
    route: 'GET /v1/accounts/{id}',
    summary: 'An account, and until when it is locked',
    for: ['admin'],
    params: ofAccount,
    answers: { 200: readAccountAnswer },
    problems: ['invalid-input', 'account-not-found'],
  },
  updateAccount: {
    route: 'PUT /v1/accounts/{id}',
    summary: 'Gives an account another name, or another role and unit',
    description:
      'What is left out stays as it is; role and agency are given together, and the unit is one of today. Delegations that rest on the rights that were end.',
    for: ['admin'],
    params: ofAccount,
    body: accountChangeInput,
    answers: { 200: accountAnswer },
    problems: ['account-not-found', 'own-account', 'email-unproven'],
  },
  disableAccount: {
    route: 'POST /v1/accounts/{id}/disable',
    summary: 'Disables an account, and ends its sessions and keys',
    for: ['admin'],
    params: ofAccount,
    answers: { 200: accountAnswer },
    problems: ['invalid-input', 'account-not-found', 'own-account'],
  },
  enableAccount: {
    route: 'POST /v1/accounts/{id}/enable',
    summary: 'Enables an account again, whose unit there is today',
    for: ['admin'],
    params: ofAccount,
    answers: { 200: accountAnswer },
    problems: ['invalid-input', 'account-not-found', 'own-account', 'no-such-agency'],
  },
  unlockAccount: {
    route: 'POST /v1/accounts/{id}/unlock',
    summary: 'Lets the owner try to sign in again before the lock of too many wrong passwords ends',
    for: ['admin'],
    params: ofAccount,
    answers: { 200: readAccountAnswer },
    problems: ['invalid-input', 'account-not-found'],
  },
  offerPassword: {
    route: 'POST /v1/accounts/{id}/password-link',
    summary: 'Makes a link, to be handed to the owner in person, under which they set a password once',
    description:
      'The old password holds until the link is used; then every session ends. The link tells nothing of the mailbox: where its owner has not shown that it is theirs, only `POST /v1/auth/forgot-password` helps.',
    for: ['admin'],
    params: ofAccount,
    answers: { 201: passwordLinkAnswer },
    problems: ['invalid-input', 'account-not-found', 'own-account', 'account-disabled', 'email-unproven'],
  },
  listKeys: {
    route: 'GET /v1/accounts/{id}/keys',
    summary: 'The API keys of an account, without the keys themselves',
    for: ['admin'],
    params: ofAccount,
    answers: { 200: keyList },
    problems: ['invalid-input'],
  },
  createKey: {
    route: 'POST /v1/accounts/{id}/keys',
    summary: 'Makes an API key for another system',
    for: ['admin'],
    params: ofAccount,
    body: newKeyInput,
    answers: { 201: newKeyAnswer },
    problems: ['account-not-found', 'not-an-integration'],
  },
  endKey: {
    route: 'DELETE /v1/accounts/{id}/keys/{key}',
    summary: 'Ends an API key at once',
    for: ['admin'],
    params: ofKey,
    answers: { 204: 'The key has ended' },
    problems: ['invalid-input'],
  },
} satisfies Operations;

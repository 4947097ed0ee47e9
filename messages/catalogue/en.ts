import type { Catalogue } from './texts';

const caseLine = `Case: {{code}}{{#title}}
Title: {{title}}{{/title}}`;

/** The texts in English as the project delivers them. */
export const en: Catalogue = {
  frame: {
    greeting: 'Dear {{name}},',
    foot: `Follow the case: {{link}}
Record seal: {{head}}

This is an automatic message of the province's feedback service.`,
    unsubscribe: 'Choose which messages you receive: {{preferences}}',
  },
  submitter: {
    received: {
      subject: 'We have received your feedback {{code}}',
      body: `Your feedback was received on {{receivedOn}}.

${caseLine}{{#answerBy}}
Answer due: by the end of {{answerBy}}{{/answerBy}}`,
      short:
        'Feedback {{code}} received on {{receivedOn}}.{{#answerBy}} Answer due {{answerBy}}.{{/answerBy}} {{link}}',
    },
    rejected: {
      subject: 'Your feedback {{code}} was not accepted',
      body: `Your feedback was not accepted.

${caseLine}
Reason: {{reason}}

{{explanation}}`,
      short: 'Feedback {{code}} was not accepted. Reason: {{reason}}. {{explanation}} {{link}}',
    },
    info_requested: {
      subject: 'More information is needed for {{code}}',
      body: `To handle your feedback, we ask you to add or clarify:

{{question}}

${caseLine}
Please reply by the end of {{replyBy}}, at the address below, or to the Office if you sent it without an account.`,
      short: 'More information is needed for {{code}} by the end of {{replyBy}}: {{question}} {{link}}',
    },
    info_reminder: {
      subject: 'Reminder: more information is needed for {{code}}',
      body: `We have not received your reply to this question yet:

{{question}}

${caseLine}
Please reply by the end of {{replyBy}}.`,
      short: 'Reminder: more information is needed for {{code}} by the end of {{replyBy}}: {{question}} {{link}}',
    },
    info_lapsed: {
      subject: 'The time to add information to {{code}} has ended',
      body: `The time to reply has ended. The Office will look at your feedback as it stands; you may still reply.

${caseLine}`,
      short: 'The time to reply for {{code}} has ended. You may still reply: {{link}}',
    },
    info_supplied: {
      subject: 'We have received your reply for {{code}}',
      body: `We have received what you added to your feedback.

${caseLine}{{#answerBy}}
Answer due: by the end of {{answerBy}}{{/answerBy}}`,
      short: 'Your reply for {{code}} was received.{{#answerBy}} Answer due {{answerBy}}.{{/answerBy}} {{link}}',
    },
    forwarded: {
      subject: 'Your feedback {{code}} was forwarded to {{agency}}',
      body: `Your feedback was forwarded to the competent agency: {{agency}}.

${caseLine}{{#answerBy}}
Answer due: by the end of {{answerBy}}{{/answerBy}}`,
      short:
        'Feedback {{code}} was forwarded to {{agency}}.{{#answerBy}} Answer due {{answerBy}}.{{/answerBy}} {{link}}',
    },
    case_inherited: {
      subject: 'Your feedback {{code}} is now with {{agency}}',
      body: `Because agencies were reorganised, your feedback is now handled by {{agency}}.

${caseLine}{{#answerBy}}
The answer is due as before: by the end of {{answerBy}}{{/answerBy}}`,
      short:
        'Agencies were reorganised: {{code}} is now with {{agency}}.{{#answerBy}} The answer is due as before: {{answerBy}}.{{/answerBy}} {{link}}',
    },
    progress: {
      subject: 'Progress on your feedback {{code}}',
      body: `{{agency}} reports:

{{text}}

${caseLine}`,
      short: 'Progress on {{code}}: {{text}} {{link}}',
    },
    published: {
      subject: 'The answer to your feedback {{code}}',
      body: `The answer to your feedback, published on {{publishedOn}}:

{{text}}

${caseLine}
{{#disputeBy}}If you do not agree, you may say so until the end of {{disputeBy}}.{{/disputeBy}}{{^disputeBy}}Objections to this answer are closed. If you have more to say, you may send new feedback.{{/disputeBy}}`,
      short:
        'The answer to {{code}} was published on {{publishedOn}}. Read it{{#disputeBy}}, and object by the end of {{disputeBy}}{{/disputeBy}}: {{link}}',
    },
    republished: {
      subject: 'The answer to your feedback {{code}} was corrected',
      body: `The published answer to your feedback was corrected. It now reads:

{{text}}

${caseLine}`,
      short: 'The answer to feedback {{code}} was corrected. Read it: {{link}}',
    },
    unpublished: {
      subject: 'The answer to {{code}} is no longer published',
      body: `The answer to your feedback was taken from the public pages. The reason:

{{explanation}}

${caseLine}`,
      short: 'The answer to feedback {{code}} was taken from the public pages. Why: {{explanation}} {{link}}',
    },
    dispute_registered: {
      subject: 'Your objection to the answer of {{code}} is registered',
      body: `Your objection to the answer is registered and will be considered.

${caseLine}`,
      short: 'Your objection to the answer of {{code}} is registered. {{link}}',
    },
    upheld: {
      subject: 'The answer to your feedback {{code}} stands',
      body: `After your objection was considered, the answer stands. Reason:

{{explanation}}

${caseLine}`,
      short: 'The answer of {{code}} stands after your objection. Reason: {{explanation}} {{link}}',
    },
    decided: {
      subject: "The People's Committee has considered your feedback {{code}}",
      body: `The leadership of the Provincial People's Committee has considered your feedback. The result will be published and sent to you.

${caseLine}`,
      short: "The People's Committee has considered {{code}}; the result will be sent to you. {{link}}",
    },
    message: {
      subject: '{{subject}} ({{code}})',
      body: `{{text}}

${caseLine}`,
      short: 'A message about {{code}}: {{subject}}. {{text}} {{link}}',
    },
    deadline_moved: {
      subject: 'A deadline of your feedback {{code}} has moved',
      body: `{{#document}}Because the official working days changed ({{document}}), the deadline{{/document}}{{^document}}Your feedback is handled further as it stands. Because of the time in which your reply was awaited, the deadline{{/document}} to {{term}} moves from {{oldDay}} to {{lastDay}}.

${caseLine}`,
      short: 'The deadline to {{term}} in {{code}} moves from {{oldDay}} to {{lastDay}}. {{link}}',
    },
  },
  staff: {
    case_arrived: staff('New case: {{code}}', 'A new case has come to your unit.'),
    info_supplied: staff('Reply received: {{code}}', 'The submitter has replied:\n\n{{text}}'),
    info_lapsed: staff('Reply overdue: {{code}}', 'The submitter has not replied in time.'),
    opinion_asked: staff('Opinion asked: {{code}}', 'Your unit is asked for its opinion. Lead agency: {{agency}}.'),
    declined: staff('Sent back: {{code}}', 'The agency says that it is not competent:\n\n{{explanation}}'),
    assigned: staff('Assigned to you: {{code}}', 'This case is yours to handle.'),
    approval_asked: staff('Approval asked: {{code}}', 'A draft answer waits for approval.'),
    draft_returned: staff('Draft sent back: {{code}}', 'The draft answer was not approved:\n\n{{explanation}}'),
    answer_arrived: staff('Answer arrived: {{code}}', 'The agency has answered. Check the answer and publish it.'),
    answer_returned: staff('Answer returned: {{code}}', 'The answer does not fit the content:\n\n{{explanation}}'),
    dispute_registered: staff('Answer disputed: {{code}}', 'The submitter does not agree:\n\n{{explanation}}'),
    escalated: staff('Decision asked: {{code}}', 'The Office proposes:\n\n{{text}}'),
    decided: staff('Decided: {{code}}', "The leadership's decision:\n\n{{text}}"),
    urged: staff('Urgent: {{code}}', 'You are urged to handle this case. {{text}}'),
    withdrawn: staff('Withdrawn: {{code}}', 'The submitter has withdrawn the case.'),
    due_soon: staff('Due soon: {{code}}', 'The term to {{term}} ends soon: {{lastDay}}.'),
    overdue: staff('Overdue: {{code}}', 'The term to {{term}} has ended: {{lastDay}}.'),
    deadline_moved: staff(
      'Deadline moved: {{code}}',
      'Because the official working days changed ({{document}}), the term to {{term}} moves from {{oldDay}} to {{lastDay}}.'
    ),
    case_inherited: staff('Inherited: {{code}}', 'Your unit takes this case over from one that has ended.'),
  },
  service: {
    digest: {
      subject: 'Work of {{day}}: {{agency}}',
      body: `{{agency}}, {{day}}.

Due today:
{{dueToday}}

Overdue:
{{overdue}}

Waiting for you:
{{waiting}}

{{link}}`,
      short: '',
    },
    password_reset: {
      subject: 'Set a new password',
      body: `A new password was asked for this account. This address works for one hour:

{{link}}

If you did not ask for it, ignore this message: the password stays as it is.`,
      short: '',
    },
  },
  provisional: ' (provisional)',
  jointlyWithdrawn: 'The common answer to feedback about the same matter was taken back.',
  terms: {
    rejectBy: 'say that a case is not accepted',
    routeBy: 'forward or ask for more',
    answerBy: 'answer',
    progressDue: 'report progress',
    postResultBy: 'enter the result',
    opineBy: 'give an opinion',
    infoOverdue: 'reply',
    closeAfter: 'object to the answer',
  },
  marks: {
    name: '[whom it is for]',
    title: '[title of the case]',
    reason: '[reason]',
    explanation: '[explanation]',
    question: '[what is to be supplied]',
    text: '[text of the letter, the answer or the progress]',
    subject: '[subject of the letter]',
  },
};

function staff(subject: string, said: string) {
  return {
    subject,
    body: `${said}

${caseLine}{{#answerBy}}
Answer due: {{answerBy}}{{/answerBy}}`,
    short: '',
  };
}

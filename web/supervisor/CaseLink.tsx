import type { LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { TextLink } from '../shared/TextLink';

/** Opens a case on the page on which it is worked on. */
export function CaseLink({ code, children }: { code: string; children: ReactNode }) {
  return <TextLink to={`/inbox/${code}` as NonNullable<LinkProps['to']>}>{children}</TextLink>;
}

import { Anchor } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A link within a text to another page of ours. */
export const TextLink = createLink(Anchor<'a'>);

import { Page } from '../shared/Page';

export function HomePage() {
  return <Page title="x">x</Page>;
}

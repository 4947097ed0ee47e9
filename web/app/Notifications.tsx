import '@mantine/notifications/styles.css';
import { Notifications as Shown } from '@mantine/notifications';

/** Where what was done is told for a moment. */
export const Notifications = () => <Shown position="bottom-right" />;

import '@fontsource/be-vietnam-pro/latin-400.css';
import '@fontsource/be-vietnam-pro/latin-600.css';
import '@fontsource/be-vietnam-pro/vietnamese-400.css';
import '@fontsource/be-vietnam-pro/vietnamese-600.css';
import '@mantine/core/styles.css';
import './shared/theme/global.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { followOtherWindows } from './shared/session/otherWindows';

const root = document.getElementById('root');
if (root === null) throw new Error('the document has no place for the pages');
followOtherWindows();
createRoot(root).render(<App />);

import './preferences.js';
import './forms.js';
import './account.js';
import './sandbox.js';
import { formatTimes } from './times.js';
import './earlier.js';
import './list.js';
import './thread.js';
import './composer.js';
import './live.js';
import './past.js';
import './platform.js';
import './audit.js';

formatTimes(document);
document.dispatchEvent(new Event('panel:ready'));

import './preferences.js';
import './forms.js';
import './account.js';
import { formatTimes } from './times.js';
import './list.js';
import './thread.js';
import './composer.js';
import './live.js';

formatTimes(document);

// What every page has; what one of them needs besides, it names itself.
import './preferences.js';
import './forms.js';
import './live.js';
import './past.js';
import './side.js';
import { formatTimes } from './times.js';

formatTimes(document);

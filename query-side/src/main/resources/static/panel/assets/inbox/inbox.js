// The inbox's page: the list, the open thread, and what is written into it.
import './earlier.js';
import './list.js';
import './thread.js';
import './composer.js';

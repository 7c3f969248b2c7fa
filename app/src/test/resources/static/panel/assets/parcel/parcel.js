import { announce, text } from '../texts.js';

const onTheirWay = document.querySelectorAll('.parcels [data-state="sent"]').length;
if (onTheirWay > 0) announce(`${text('parcels.on-their-way')}: ${onTheirWay}`);

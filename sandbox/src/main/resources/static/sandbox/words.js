// The page's words in both languages; the browser's language chooses.
const words = {
  es: {
    title: 'ChatLedger: teléfono de prueba', heading: 'Teléfono de prueba',
    intro: 'Escribe como cliente. La aplicación lo recibe por webhook firmado, como de WhatsApp.',
    who: 'Quién escribe', newCustomer: 'Otro cliente', name: 'Nombre', phone: 'Teléfono',
    noPhone: 'Usuario sin número de teléfono', add: 'Agregar',
    business: 'A qué empresa', number: 'Número conectado', otherNumber: 'Otro número',
    numberId: 'Id del número (phone_number_id)', display: 'Como se muestra',
    waba: 'Cuenta de WhatsApp Business (WABA)', use: 'Usar',
    unconnected: 'Nadie ha conectado este número: lo que escribas no llega a ninguna bandeja.',
    mischiefOn: 'Travesura activa', autoRead: 'Leer al instante', read: 'Marcar leído',
    quick: 'Envíos rápidos', sendImage: 'Enviar una imagen', sendAudio: 'Enviar una nota de voz',
    sendLocation: 'Enviar la ubicación', sendReply: 'Responder con un botón',
    sendReaction: 'Reaccionar al último mensaje', message: 'Mensaje', send: 'Enviar',
    mischief: 'Travesuras', mischiefHint: 'Lo que en la red real sale mal alguna vez; aquí, cuando quieras.',
    webhooks: 'Webhooks', twice: 'Entregar cada uno dos veces', parallel: 'En paralelo, sin orden',
    reversed: 'Estados al revés: leído, entregado, enviado', delay: 'Demorarlos, en segundos',
    ago: 'El cliente escribió hace, en horas', calls: 'Llamadas de envío',
    statusesFirst: 'Estados antes que la respuesta',
    dropResponse: 'Perder la respuesta: el mensaje llega, la llamada se cuelga',
    errorCode: 'Responder con error', none: 'Ninguno', errorByStatus: 'Aceptar y fallar después, por webhook',
    reset: 'Portarse bien', as: 'Escribes como', empty: 'Aún no hay mensajes. Escribe el primero.',
    you: 'Tú', them: 'Empresa', image: 'Imagen', audio: 'Nota de voz', video: 'Video', document: 'Documento',
    sticker: 'Sticker', location: 'Ubicación', contacts: 'Contactos', template: 'Plantilla', reaction: 'Reacción',
    interactive: 'Mensaje interactivo', unknown: 'Mensaje', confirm: 'Confirmar',
    accepted: 'aceptado', sent: 'enviado', delivered: 'entregado', readState: 'leído', failed: 'falló',
    offline: 'La aplicación no responde.', refused: 'No se pudo enviar', nothingToReact: 'Aún no hay un mensaje de la empresa.',
  },
  en: {
    title: 'ChatLedger: test phone', heading: 'Test phone',
    intro: 'Write as a customer. The application gets it by signed webhook, as from WhatsApp.',
    who: 'Who writes', newCustomer: 'Another customer', name: 'Name', phone: 'Phone',
    noPhone: 'User without a phone number', add: 'Add',
    business: 'To which business', number: 'Connected number', otherNumber: 'Another number',
    numberId: 'Number id (phone_number_id)', display: 'As it is shown',
    waba: 'WhatsApp Business account (WABA)', use: 'Use',
    unconnected: 'Nobody has connected this number: what you write reaches no inbox.',
    mischiefOn: 'Mischief on', autoRead: 'Read at once', read: 'Mark as read',
    quick: 'Quick sends', sendImage: 'Send an image', sendAudio: 'Send a voice note',
    sendLocation: 'Send the location', sendReply: 'Reply with a button',
    sendReaction: 'React to the last message', message: 'Message', send: 'Send',
    mischief: 'Mischief', mischiefHint: 'What goes wrong now and then on the real network; here, whenever you like.',
    webhooks: 'Webhooks', twice: 'Deliver each one twice', parallel: 'In parallel, in no order',
    reversed: 'Statuses reversed: read, delivered, sent', delay: 'Hold them back, in seconds',
    ago: 'The customer wrote, in hours ago', calls: 'Calls that send',
    statusesFirst: 'Statuses before the answer',
    dropResponse: 'Drop the answer: the message arrives, the call hangs',
    errorCode: 'Answer with an error', none: 'None', errorByStatus: 'Accept and fail later, by webhook',
    reset: 'Behave', as: 'You write as', empty: 'No messages yet. Write the first.',
    you: 'You', them: 'Business', image: 'Image', audio: 'Voice note', video: 'Video', document: 'Document',
    sticker: 'Sticker', location: 'Location', contacts: 'Contacts', template: 'Template', reaction: 'Reaction',
    interactive: 'Interactive message', unknown: 'Message', confirm: 'Confirm',
    accepted: 'accepted', sent: 'sent', delivered: 'delivered', readState: 'read', failed: 'failed',
    offline: 'The application does not answer.', refused: 'It could not be sent', nothingToReact: 'There is no message from the business yet.',
  },
};

export const language = navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en';

export const word = (key) => words[language][key] ?? key;

export function translate(root) {
  document.documentElement.lang = language;
  root.querySelectorAll('[data-t]').forEach((element) => { element.textContent = word(element.dataset.t); });
  root.querySelectorAll('[data-t-label]').forEach((element) => {
    element.setAttribute('aria-label', word(element.dataset.tLabel));
    element.title = word(element.dataset.tLabel);
  });
  root.querySelectorAll('[data-t-placeholder]').forEach((element) => { element.placeholder = word(element.dataset.tPlaceholder); });
}

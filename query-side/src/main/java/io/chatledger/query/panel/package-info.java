/**
 * The admin panel's shell: what all pages share. Pages are rendered on the server and kept fresh by htmx and server-sent
 * events; each feature has a package here, and folders of the same name for its templates and its files.
 */
package io.chatledger.query.panel;

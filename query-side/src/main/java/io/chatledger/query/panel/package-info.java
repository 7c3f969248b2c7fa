/** The admin panel's pages: rendered on the server, kept fresh by htmx and server-sent events. */
package io.chatledger.query.panel;

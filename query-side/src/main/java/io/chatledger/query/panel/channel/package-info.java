/** The numbers of a shop. */
package io.chatledger.query.panel.channel;

/** The inbox: conversations, the open thread and its customer. */
package io.chatledger.query.panel.inbox;

/** What the webhooks of all providers have in common: who wrote, what they wrote, and what became of what was sent. */
package io.chatledger.command.conversation.inbound;

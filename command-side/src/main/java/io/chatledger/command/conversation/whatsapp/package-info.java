/** WhatsApp Cloud API: webhooks in, messages out. */
package io.chatledger.command.conversation.whatsapp;

/** The journal of webhooks: raw bodies are durable before they are answered, and worked through afterwards. */
package io.chatledger.command.webhook;

/** How long customers are remembered, and how they are forgotten. */
package io.chatledger.query.panel.privacy;

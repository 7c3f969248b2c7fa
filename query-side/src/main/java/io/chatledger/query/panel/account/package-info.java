/** The way in. */
package io.chatledger.query.panel.account;

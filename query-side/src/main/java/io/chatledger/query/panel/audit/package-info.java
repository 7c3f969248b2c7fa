/** The auditor's pages: the history, what changed, replays, and the proof that nothing was altered. */
package io.chatledger.query.panel.audit;

/** Metrics, and what each number counts. */
package io.chatledger.query.panel.report;

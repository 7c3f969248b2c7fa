/** Numbers: what the metrics count, and the events behind them. */
package io.chatledger.query.report;

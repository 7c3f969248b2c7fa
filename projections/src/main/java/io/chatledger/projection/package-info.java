/** Folds events into rows: what a fold is, and how it reaches its table. */
package io.chatledger.projection;

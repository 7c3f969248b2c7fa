/** Folds events into rows. */
package io.chatledger.projection;

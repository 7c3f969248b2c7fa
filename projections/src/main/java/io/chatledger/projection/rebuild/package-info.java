/** Makes rows again from the history, with traffic on. */
package io.chatledger.projection.rebuild;

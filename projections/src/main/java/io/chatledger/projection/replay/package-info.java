/** Makes rows again from the history. */
package io.chatledger.projection.replay;

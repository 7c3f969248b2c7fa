/** What becomes of events that a projection cannot handle. */
package io.chatledger.projection.deadletter;

/** Events that could not be handled: seen, tried again, given up. */
@org.jspecify.annotations.NullMarked
package io.chatledger.operations.deadletter;

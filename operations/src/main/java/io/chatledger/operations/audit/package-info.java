/** Checkpoints on demand, and the keys that sign them. */
@org.jspecify.annotations.NullMarked
package io.chatledger.operations.audit;

/** The rotation of the master key. */
@org.jspecify.annotations.NullMarked
package io.chatledger.operations.key;

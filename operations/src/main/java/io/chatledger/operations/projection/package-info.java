/** Where the projections stand, and their rebuild; in processes that project. */
@org.jspecify.annotations.NullMarked
package io.chatledger.operations.projection;

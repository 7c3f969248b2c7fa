/** The notary at its work, in processes that project. */
@org.jspecify.annotations.NullMarked
package io.chatledger.operations.notary;

/** Keys: of persons, for purposes, of this installation. Each lies under the master key, which is never stored here. */
package io.chatledger.vault;

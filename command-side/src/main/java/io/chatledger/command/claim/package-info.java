/** One mechanism for what must be unique, whichever feature's it is. */
package io.chatledger.command.claim;

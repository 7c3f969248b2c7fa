/** The language that the command side, the projections and the query side share. */
package io.chatledger.kernel;

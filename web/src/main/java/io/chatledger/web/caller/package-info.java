/** Who sends a request, by the session of its token, and what they may call. */
@org.jspecify.annotations.NullMarked
package io.chatledger.web.caller;

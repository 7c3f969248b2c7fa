package io.chatledger.command.request;

import io.chatledger.kernel.request.RequestId;

/**
 * Answers what was answered to a request, or null; changes nothing.
 *
 * @param fingerprint of what is asked now
 */
record RecallAnswer(RequestId id, String fingerprint) {}

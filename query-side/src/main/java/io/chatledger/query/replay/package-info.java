/** Answers as they stood at an earlier time, and what changed between two times. */
package io.chatledger.query.replay;

/** Measures the real thing on this machine; started by {@code scripts/bench}. */
package io.chatledger.lab.bench;

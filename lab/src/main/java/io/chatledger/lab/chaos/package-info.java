/** Faults on purpose: what was acknowledged is there once afterwards, whatever broke. */
package io.chatledger.lab.chaos;

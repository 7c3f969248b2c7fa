/** What benchmarks and faults on purpose have in common: the application in processes of its own, and its callers. */
package io.chatledger.lab;

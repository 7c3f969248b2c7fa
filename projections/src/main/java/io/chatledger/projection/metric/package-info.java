/** What features count, and the rows that it makes: a contract that definitions share, and the projection of all of them. */
package io.chatledger.projection.metric;

/** Keeps the rows up to date as events are stored. */
package io.chatledger.projection.live;

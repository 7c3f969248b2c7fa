/** The PostgreSQL that the application brings along: unpacked, started, watched and stopped with it. */
package io.chatledger.operations.postgres;

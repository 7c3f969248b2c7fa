/** What callers may hold of the web server: connections, time, memory and disk, each and all of them together. */
@org.jspecify.annotations.NullMarked
package io.chatledger.web.bounds;

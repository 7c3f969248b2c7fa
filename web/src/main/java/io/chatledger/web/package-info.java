/** What goes over HTTP in both directions, whoever answers: what is taken of a request, and how a refusal is put. */
@org.jspecify.annotations.NullMarked
package io.chatledger.web;

/** Providers' protocols, spoken by the application to itself over HTTP, to try everything without an account. */
package io.chatledger.sandbox;

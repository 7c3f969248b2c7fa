/** The providers' protocols, spoken by the application to itself over HTTP, and a phone to write with. */
package io.chatledger.app.sandbox;

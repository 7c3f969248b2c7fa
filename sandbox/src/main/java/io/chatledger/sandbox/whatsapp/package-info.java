/** WhatsApp's Cloud API, a phone to write with, and a demonstration. */
package io.chatledger.sandbox.whatsapp;

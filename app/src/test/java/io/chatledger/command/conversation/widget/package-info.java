/** A provider whose parts lie where those of any provider lie: a box to write in on a shop's own pages. */
package io.chatledger.command.conversation.widget;

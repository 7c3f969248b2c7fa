/** The sheet that shows every part of the panel in all states, for those who build it. */
package io.chatledger.query.panel.kit;

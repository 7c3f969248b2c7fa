/** Pages of whoever runs the installation. */
package io.chatledger.query.panel.platform;

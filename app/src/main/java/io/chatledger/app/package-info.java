/** Boots everything else: configuration by feature, and nothing that decides, projects or answers. */
package io.chatledger.app;

package io.chatledger.lab.bench;

import io.chatledger.command.Commands;
import io.chatledger.command.request.ApiCommands;

/**
 * The command side over one event store.
 *
 * @param name {@code ours} or {@code stock}
 */
record Engine(String name, Commands commands, ApiCommands api) {}

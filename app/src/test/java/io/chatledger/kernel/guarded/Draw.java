package io.chatledger.kernel.guarded;

/** A command by another name. */
public record Draw(String ticket) {}

package io.chatledger.command.webhook;

/** What became of one part of a delivery. Reasons are plain and carry no personal data. */
public sealed interface PartResult {

    /** @param duplicate it was there already, brought by another delivery */
    record Used(boolean duplicate) implements PartResult {}

    record Ignored(String reason) implements PartResult {}

    record Failed(String reason) implements PartResult {}

    /** Its number has become another tenant's since it was looked at: the body is to be looked at again. */
    record Moved() implements PartResult {}
}

package io.chatledger.query;

/**
 * Something in a tenant's read models is different now.
 *
 * @param view the table, such as {@code conversation_view}; {@code *} where changes may have been missed
 * @param id of the row, or of the conversation for {@code message_view}; {@code *} where there are many
 */
public record ReadModelChange(String view, String id) {

    /** Anything may have changed: the feed was cut off for a while. */
    public static final ReadModelChange ANYTHING = new ReadModelChange("*", "*");
}

package io.chatledger.query;

/** What a projection announces when it commits, as PostgreSQL carries it. */
sealed interface ReadModelAnnouncement {

    /** {@code position|<processor>|<position>} */
    record Moved(String processor, long position) implements ReadModelAnnouncement {}

    /** {@code <view>|<tenant>|<id>} */
    record Changed(String tenant, ReadModelChange change) implements ReadModelAnnouncement {}

    /** Of a newer version, perhaps. */
    record Unknown(String text) implements ReadModelAnnouncement {}

    static ReadModelAnnouncement parse(String text) {
        String[] parts = text.split("\\|", 3);
        if (parts.length < 3) {
            return new Unknown(text);
        }
        if (!parts[0].equals("position")) {
            return new Changed(parts[1], new ReadModelChange(parts[0], parts[2]));
        }
        try {
            return new Moved(parts[1], Long.parseLong(parts[2]));
        } catch (NumberFormatException e) {
            return new Unknown(text);
        }
    }
}

package io.chatledger.command.webhook;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of the journal this node works on, for as long as it says so, and when what it has put off is due again. */
class JournalLeases {

    static final String UNTIL = "now() + interval '15 seconds'";

    private final JdbcClient jdbc;
    private final String node;

    JournalLeases(JdbcClient jdbc, String node) {
        this.jdbc = jdbc;
        this.node = node;
    }

    /** What an earlier life of this node held is nobody's now. */
    void endOwn() {
        jdbc.sql("update webhook_journal set claimed_until = now() where claimed_by = :node and state = 'received'")
                .param("node", node)
                .update();
    }

    void extend(Collection<UUID> held) {
        jdbc.sql("update webhook_journal set claimed_until = " + UNTIL
                        + " where id = any(cast(:ids as uuid[])) and claimed_by = :node")
                .param("ids", array(held))
                .param("node", node)
                .update();
    }

    /** Lets go of what was taken up and not begun. */
    void release(Collection<UUID> held) {
        jdbc.sql("update webhook_journal set claimed_by = null, claimed_until = null"
                        + " where id = any(cast(:ids as uuid[])) and claimed_by = :node")
                .param("ids", array(held))
                .param("node", node)
                .update();
    }

    /** Something in it was out of order: another attempt later, at growing distances. */
    void postpone(JournalledDelivery delivery) {
        putOff(delivery, "attempts = attempts + 1", "least(300, power(2, attempts))");
    }

    /** What it is kept in was out of order, which says nothing about the delivery: that is no attempt. */
    void postponeForStorage(JournalledDelivery delivery) {
        putOff(delivery, "attempts = attempts", "5");
    }

    private void putOff(JournalledDelivery delivery, String attempts, String seconds) {
        jdbc.sql("update webhook_journal set " + attempts + ", claimed_by = null,"
                        + " claimed_until = now() + " + seconds + " * interval '1 second'"
                        + " where id = :id and claimed_by = :node")
                .param("id", delivery.id())
                .param("node", node)
                .update();
    }

    /** What was put off is due: what was in its way may be gone. */
    void wakePostponed() {
        jdbc.sql("update webhook_journal set claimed_until = now()"
                        + " where state = 'received' and claimed_by is null and claimed_until > now()")
                .update();
    }

    private static String array(Collection<UUID> ids) {
        return ids.toString().replace('[', '{').replace(']', '}');
    }
}

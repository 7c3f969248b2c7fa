package io.chatledger.command.webhook;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where verified webhooks come in. */
@Component
public class WebhookInbox {

    private final WebhookJournal journal;
    private final Backlog backlog;

    WebhookInbox(WebhookJournal journal, Backlog backlog) {
        this.journal = journal;
        this.backlog = backlog;
    }

    /**
     * Makes a body durable and has it worked through soon. Once this returns, the body survives any crash.
     *
     * @param source name of a {@link WebhookSource}
     * @param body the bytes as received, their signature verified
     */
    public void accept(String source, byte[] body) {
        boolean room = backlog.reserve(body.length);
        boolean taken = false;
        try {
            Optional<JournalledDelivery> mine = journal.append(source, body, hash(body), room);
            if (mine.isPresent() && backlog.hold(mine.get())) {
                backlog.add(new Backlog.Waiting(mine.get(), body));
                taken = true;
            }
        } finally {
            if (room && !taken) {
                backlog.giveBack(body.length);
            }
        }
        if (!room) {
            backlog.fallBehind();
        }
    }

    private static byte[] hash(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

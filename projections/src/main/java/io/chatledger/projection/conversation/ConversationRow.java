package io.chatledger.projection.conversation;

import static io.chatledger.readmodel.generated.Tables.CONVERSATION_VIEW;

import io.chatledger.kernel.channel.MessagingWindow;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationEvent.Assigned;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationAbsorbed;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationArchived;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationClosed;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationMerged;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationRead;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationReopened;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationSeparated;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationUnmerged;
import io.chatledger.kernel.conversation.ConversationEvent.MessageAccepted;
import io.chatledger.kernel.conversation.ConversationEvent.MessageFailed;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.conversation.ConversationEvent.NoteAdded;
import io.chatledger.kernel.conversation.ConversationEvent.OfConversation;
import io.chatledger.kernel.conversation.ConversationEvent.OutcomeLost;
import io.chatledger.kernel.conversation.ConversationEvent.Released;
import io.chatledger.kernel.conversation.ConversationEvent.SendingDeferred;
import io.chatledger.kernel.conversation.ConversationEvent.SendingStarted;
import io.chatledger.kernel.conversation.ConversationEvent.TakenOver;
import io.chatledger.kernel.conversation.ConversationEvent.TopicSet;
import io.chatledger.kernel.conversation.ConversationStatus;
import io.chatledger.kernel.conversation.Owner;
import io.chatledger.kernel.conversation.Standing;
import io.chatledger.kernel.message.Actor;
import io.chatledger.projection.CanonicalJson;
import io.chatledger.projection.Storable;
import io.chatledger.readmodel.generated.tables.records.ConversationViewRecord;
import java.time.Instant;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** How a conversation that is there goes on. */
final class ConversationRow {

    private ConversationRow() {}

    static ConversationViewRecord after(ConversationViewRecord row, OfConversation event) {
        ConversationViewRecord next = row.into(CONVERSATION_VIEW);
        switch (event) {
            // The progress of sending is told by the message's own row.
            case ConversationOpened _,
                    SendingStarted _,
                    SendingDeferred _,
                    MessageAccepted _,
                    MessageFailed _,
                    OutcomeLost _ -> {
                return row;
            }
            case MessageReceived received -> {
                received(next, received);
                return next;
            }
            case MessageQueued queued -> {
                queued(next, queued);
                return next;
            }
            case TakenOver taken -> {
                owned(next, Owner.human, taken.accountId(), taken.ownershipVersion());
                takenUp(next);
            }
            case Released released -> owned(next, Owner.bot, null, released.ownershipVersion());
            case Assigned assigned -> {
                next.setAssigneeId(assigned.accountId());
                takenUp(next);
            }
            case ConversationClosed closed -> became(next, ConversationStatus.closed, closed.at());
            case ConversationReopened _ -> became(next, ConversationStatus.open, null);
            case ConversationArchived _ -> became(next, ConversationStatus.archived, next.getClosedAt());
            case ConversationMerged merged -> merged(next, merged);
            case ConversationUnmerged unmerged -> unmerged(next, unmerged);
            case ConversationAbsorbed absorbed -> {
                next.setMergedIds(CanonicalJson.append(
                        next.getMergedIds(), absorbed.merged().key()));
                next.setUnreadCount(next.getUnreadCount() + absorbed.unread());
                next.setWindowClosesAt(
                        later(next.getWindowClosesAt(), closes(absorbed.provider(), absorbed.lastInbound())));
            }
            case ConversationSeparated separated -> {
                next.setMergedIds(CanonicalJson.write(CanonicalJson.read(next.getMergedIds(), String.class).stream()
                        .filter(id -> !id.equals(separated.merged().key()))
                        .toList()));
                next.setWindowClosesAt(closes(separated.provider(), separated.lastInbound()));
            }
            case TopicSet set -> next.setTopic(set.topic().name());
            case NoteAdded note -> next.setNotes(CanonicalJson.append(next.getNotes(), Note.of(note)));
            // Reading is no news: an old conversation would jump to the top under the reader's eyes.
            case ConversationRead _ -> {
                next.setUnreadCount(0);
                return next;
            }
        }
        next.setUpdatedAt(event.at());
        return next;
    }

    /** That there were notes, by whom and when; not what they said. */
    static JSONB wordless(JSONB notes) {
        return CanonicalJson.write(CanonicalJson.read(notes, Note.class).stream()
                .map(note -> new Note(note.id(), "", note.author(), note.at()))
                .toList());
    }

    /** Whoever reads it on is told by the other conversation what is open. */
    private static void merged(ConversationViewRecord row, ConversationMerged event) {
        if (row.getMergedIntoId() == null) {
            became(row, ConversationStatus.closed, event.at());
            row.setUnreadCount(0);
        }
        row.setMergedIntoId(event.into().key());
    }

    private static void unmerged(ConversationViewRecord row, ConversationUnmerged event) {
        ConversationStatus status = event.status();
        row.setMergedIntoId(null);
        if (status != null) {
            boolean active = status == ConversationStatus.open || status == ConversationStatus.in_progress;
            became(row, status, active ? null : row.getClosedAt());
        }
    }

    private static @Nullable Instant closes(Provider provider, @Nullable Instant lastInbound) {
        return lastInbound == null ? null : MessagingWindow.of(provider).closesAt(Storable.time(lastInbound));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static void received(ConversationViewRecord row, MessageReceived event) {
        Standing standing = Standing.of(event.content().type());
        Instant sentAt = Storable.time(event.sentAt());
        if (standing.speaks()) {
            Instant order = ThreadOrder.of(event.sentAt(), event.at());
            LastMessage.offer(row, event.messageId(), "inbound", event.content(), sentAt, order, event.sequence());
            row.setUnreadCount(row.getUnreadCount() + 1);
            row.setMessageCount(row.getMessageCount() + 1);
        }
        if (standing.opensWindow()) {
            Instant heard = sentAt.isBefore(event.at()) ? sentAt : event.at();
            row.setActiveAt(later(row.getActiveAt(), heard));
            row.setWindowClosesAt(
                    later(row.getWindowClosesAt(), closes(event.endpoint().provider(), heard)));
        }
    }

    private static void queued(ConversationViewRecord row, MessageQueued event) {
        if (Standing.of(event.content().type()).speaks()) {
            Instant order = ThreadOrder.of(event.at());
            LastMessage.offer(row, event.messageId(), "outbound", event.content(), event.at(), order, event.sequence());
            row.setActiveAt(later(row.getActiveAt(), event.at()));
            row.setMessageCount(row.getMessageCount() + 1);
        }
        if (event.author().type() == Author.Type.agent) {
            row.setUnreadCount(0);
            takenUp(row);
        }
    }

    private static void owned(ConversationViewRecord row, Owner owner, @Nullable String assignee, long version) {
        row.setOwner(owner.name());
        row.setAssigneeId(assignee);
        row.setOwnershipVersion(version);
    }

    private static void takenUp(ConversationViewRecord row) {
        if (row.getStatus().equals(ConversationStatus.open.name())) {
            row.setStatus(ConversationStatus.in_progress.name());
        }
    }

    private static void became(ConversationViewRecord row, ConversationStatus status, @Nullable Instant closedAt) {
        row.setStatus(status.name());
        row.setClosedAt(closedAt);
    }

    private record Note(String id, String text, Actor author, Instant at) {
        static Note of(NoteAdded event) {
            return new Note(event.noteId(), event.text(), event.author(), event.at());
        }
    }
}

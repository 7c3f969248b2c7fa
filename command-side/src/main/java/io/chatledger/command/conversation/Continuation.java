package io.chatledger.command.conversation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.conversation.ConversationEvent.Assigned;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationAbsorbed;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationMerged;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationReopened;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationSeparated;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationUnmerged;
import io.chatledger.kernel.conversation.ConversationEvent.TakenOver;
import io.chatledger.kernel.conversation.ConversationEvent.TopicSet;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.Owner;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a conversation comes to go on in another one, or another one in it, and how they go apart again. */
record Continuation(ConversationId self, ConversationState state) {

    /** @return what is open in it; null where nothing has been said in it */
    @Nullable
    Unfinished goOnIn(ConversationId into, ContactId contact, Instant at) {
        Unfinished left = state.status == null ? null : state.unfinished();
        apply(new ConversationMerged(self, into, contact, at));
        return left;
    }

    /** Opens the conversation where there is none. */
    void absorb(ContactId contact, ConversationId merged, Unfinished open, Instant at) {
        if (state.status == null) {
            apply(new ConversationOpened(self, open.channel(), open.endpoint(), contact, at));
        } else if (open.active() && !state.isActive()) {
            apply(new ConversationReopened(self, at));
        }
        apply(new ConversationAbsorbed(self, merged, state.endpoint.provider(), open.unread(), open.lastInbound(), at));
        if (open.topic() != null && state.topic == null) {
            apply(new TopicSet(self, open.topic(), at));
        }
        if (open.assignee() != null && state.assignee == null) {
            apply(
                    open.owner() == Owner.human && state.owner != Owner.human
                            ? new TakenOver(self, open.assignee(), state.ownershipVersion + 1, at)
                            : new Assigned(self, open.assignee(), at));
        }
    }

    void goOnByItself(Instant at) {
        apply(new ConversationUnmerged(self, state.statusBefore, at));
    }

    /** Does nothing where that one does not go on in this one. */
    void separate(ConversationId merged, Instant at) {
        if (state.absorbed.containsKey(merged.value())) {
            apply(new ConversationSeparated(
                    self, merged, state.endpoint.provider(), state.lastInboundWithout(merged), at));
        }
    }
}

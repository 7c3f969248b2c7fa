package io.chatledger.command.conversation;

import io.chatledger.kernel.conversation.ConversationCommand.AcceptMessage;
import io.chatledger.kernel.conversation.ConversationCommand.DeferMessage;
import io.chatledger.kernel.conversation.ConversationCommand.FailMessage;
import io.chatledger.kernel.conversation.ConversationCommand.FindNextToSend;
import io.chatledger.kernel.conversation.ConversationCommand.LoseOutcome;
import io.chatledger.kernel.conversation.ConversationCommand.StartSending;
import io.chatledger.kernel.conversation.ConversationCommand.ToConversation;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.ConversationStatus;
import io.chatledger.kernel.problem.DomainProblem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that goes on in another one takes nothing more; its messages still go out, each woken by the end of the
 * one before, and what became of them is noted.
 *
 * @param status null where nothing has been said
 * @param mergedInto where it goes on; null where it does so itself
 */
record ConversationMustGoOn(
        ToConversation command,
        @Nullable ConversationStatus status,
        @Nullable ConversationId mergedInto) {

    /** @throws DomainProblem {@code not-found}; {@code conversation-merged}: {@code intoId} is the one to go to */
    void verify() {
        if (status == null) {
            throw DomainProblem.notFound("conversation");
        }
        if (mergedInto != null && !isOfOutbox()) {
            throw new DomainProblem(
                    DomainProblem.Kind.CONFLICT,
                    "conversation-merged",
                    "This conversation goes on in another one, as its contact has been merged.",
                    Map.of("intoId", mergedInto.key()));
        }
    }

    private boolean isOfOutbox() {
        return switch (command) {
            case StartSending _, FindNextToSend _, AcceptMessage _, FailMessage _, DeferMessage _, LoseOutcome _ ->
                true;
            default -> false;
        };
    }
}

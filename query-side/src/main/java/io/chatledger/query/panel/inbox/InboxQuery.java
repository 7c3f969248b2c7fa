package io.chatledger.query.panel.inbox;

import io.chatledger.kernel.conversation.ConversationStatus;
import io.chatledger.query.Paging;
import io.chatledger.query.SearchText;
import io.chatledger.query.conversation.ConversationFilter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the inbox lists, as the address bar and the filter form say it.
 *
 * @param limit grows with each "show more", up to what one query may answer
 */
public record InboxQuery(
        @Nullable String status,
        @Nullable String q,
        @Nullable String limit) {

    static final int STEP = 50;
    static final int MOST = 200;

    /** Unknown or blank values, and sizes out of bounds, count as not given. */
    public InboxQuery {
        String wanted = status;
        status = Arrays.stream(ConversationStatus.values())
                .map(Enum::name)
                .filter(name -> name.equals(wanted))
                .findFirst()
                .orElse(null);
        q = q == null || q.isBlank() ? null : q.strip();
        if (q != null && q.length() > SearchText.MOST) {
            q = q.substring(0, SearchText.MOST);
        }
    }

    public int size() {
        return limit != null && limit.matches("[0-9]{1,9}") ? Math.clamp(Integer.parseInt(limit), STEP, MOST) : STEP;
    }

    /** Whether a longer list may be asked for. */
    public boolean canGrow() {
        return size() < MOST;
    }

    public int next() {
        return Math.min(size() * 2, MOST);
    }

    /** Whether anything narrows the list down. */
    public boolean narrowed() {
        return status != null || q != null;
    }

    ConversationFilter filter() {
        return new ConversationFilter(status, null, null, null, q);
    }

    Paging paging() {
        return new Paging(size(), null);
    }
}

package io.chatledger.query.channel;

import static io.chatledger.readmodel.generated.Tables.CHANNEL_VIEW;

import io.chatledger.query.RowComparison;
import io.chatledger.query.ViewTopic;
import java.util.List;
import org.jooq.Table;
import org.springframework.stereotype.Component;

@Component
final class ChannelTopic implements ViewTopic {

    @Override
    public String name() {
        return "channel";
    }

    @Override
    public Table<?> table() {
        return CHANNEL_VIEW;
    }

    @Override
    public String permission() {
        return "channels.read";
    }

    @Override
    public List<String> signals(String id) {
        return List.of("channels");
    }

    @Override
    public RowComparison comparison() {
        return RowComparison.of("channel");
    }

    @Override
    public String page() {
        return "/panel/channels";
    }
}

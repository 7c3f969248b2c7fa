package io.chatledger.command.channel;

import io.chatledger.kernel.channel.ChannelEvent.ChannelDisconnected;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Forgets a channel's token also where whoever disconnected it could not. Once more does no harm. */
@Component
@ProcessingGroup("automation.channel-tokens")
@DisallowReplay
public class WhenChannelDisconnectedThenForgetToken {

    private final ChannelTokens tokens;

    WhenChannelDisconnectedThenForgetToken(ChannelTokens tokens) {
        this.tokens = tokens;
    }

    @EventHandler
    void on(ChannelDisconnected event) {
        tokens.forget(event.channelId());
    }
}

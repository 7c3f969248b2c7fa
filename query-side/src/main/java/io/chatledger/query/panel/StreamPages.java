package io.chatledger.query.panel;

import io.chatledger.kernel.account.Caller;
import io.chatledger.query.NotInThePast;
import io.chatledger.query.OpenSessions;
import io.chatledger.query.ShowsNothingPersonal;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Where open pages hear that they have become stale. */
@Controller
@NotInThePast
@ShowsNothingPersonal
class StreamPages {

    private final PanelStreams streams;
    private final OpenSessions sessions;

    StreamPages(PanelStreams streams, OpenSessions sessions) {
        this.streams = streams;
        this.sessions = sessions;
    }

    @GetMapping("/panel/stream")
    ResponseEntity<SseEmitter> stream(Caller caller) {
        return sessions.current()
                .flatMap(session -> streams.open(caller, session))
                .map(emitter -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .cacheControl(CacheControl.noStore())
                        .header("X-Accel-Buffering", "no")
                        .body(emitter))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build());
    }
}

package io.chatledger.rig.axonserver;

import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

/** One client's stream of events: the first request says where it begins, each says how many more may be sent. */
final class StandInReader implements StreamObserver<GetEventsRequest> {

    private static final int PORTION = 100;

    private final StandInLog log;
    private final ServerCallStreamObserver<EventWithToken> client;
    private final Runnable listener = this::send;
    private long next = -1;
    private long permits;

    StandInReader(StandInLog log, ServerCallStreamObserver<EventWithToken> client) {
        this.log = log;
        this.client = client;
        client.setOnCancelHandler(() -> log.forget(listener));
        log.listen(listener);
    }

    @Override
    public synchronized void onNext(GetEventsRequest request) {
        if (next < 0) {
            next = request.getTrackingToken();
        }
        permits += request.getNumberOfPermits();
        send();
    }

    @Override
    public void onError(Throwable failure) {
        log.forget(listener);
    }

    @Override
    public void onCompleted() {
        log.forget(listener);
        client.onCompleted();
    }

    private synchronized void send() {
        while (next >= 0 && permits > 0 && !client.isCancelled()) {
            var portion = log.from(next, Math.min(permits, PORTION));
            if (portion.isEmpty()) {
                return;
            }
            for (Event event : portion) {
                client.onNext(EventWithToken.newBuilder()
                        .setToken(next)
                        .setEvent(event)
                        .build());
                next++;
                permits--;
            }
        }
    }
}

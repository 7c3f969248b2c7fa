package io.chatledger.rig.axonserver;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc.EventStoreImplBase;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetAggregateSnapshotsRequest;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetFirstTokenRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.GetTokenAtRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrResponse;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;

/** Axon Server's event store, over an {@link StandInLog}. */
final class EventStoreService extends EventStoreImplBase {

    private static final Confirmation DONE =
            Confirmation.newBuilder().setSuccess(true).build();

    private final StandInLog log;
    private volatile boolean silent;
    private volatile boolean headless;

    EventStoreService(StandInLog log) {
        this.log = log;
    }

    /** Takes calls and answers none of them. */
    void fallSilent(boolean silent) {
        this.silent = silent;
    }

    /** Answers everything but where the newest event is. */
    void withholdHead(boolean withheld) {
        this.headless = withheld;
    }

    @Override
    public StreamObserver<Event> appendEvent(StreamObserver<Confirmation> answer) {
        List<Event> added = new ArrayList<>();
        return new StreamObserver<>() {
            @Override
            public void onNext(Event event) {
                added.add(event);
            }

            @Override
            public void onError(Throwable rolledBack) {
                added.clear();
            }

            @Override
            public void onCompleted() {
                try {
                    log.append(added);
                } catch (StatusRuntimeException refused) {
                    answer.onError(refused);
                    return;
                }
                answer(answer, List.of(DONE));
            }
        };
    }

    @Override
    public void appendSnapshot(Event snapshot, StreamObserver<Confirmation> answer) {
        log.keep(snapshot);
        answer(answer, List.of(DONE));
    }

    @Override
    public void listAggregateEvents(GetAggregateEventsRequest request, StreamObserver<Event> answer) {
        long to = request.getMaxSequence() > 0 ? request.getMaxSequence() : Long.MAX_VALUE;
        answer(answer, log.of(request.getAggregateId(), request.getInitialSequence(), to));
    }

    @Override
    public void listAggregateSnapshots(GetAggregateSnapshotsRequest request, StreamObserver<Event> answer) {
        answer(
                answer,
                log.snapshots(
                        request.getAggregateId(),
                        request.getInitialSequence(),
                        request.getMaxSequence(),
                        request.getMaxResults()));
    }

    @Override
    public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> answer) {
        return new StandInReader(log, (ServerCallStreamObserver<EventWithToken>) answer);
    }

    @Override
    public void readHighestSequenceNr(
            ReadHighestSequenceNrRequest request, StreamObserver<ReadHighestSequenceNrResponse> answer) {
        answer(
                answer,
                List.of(ReadHighestSequenceNrResponse.newBuilder()
                        .setToSequenceNr(log.highest(request.getAggregateId()))
                        .build()));
    }

    @Override
    public void getFirstToken(GetFirstTokenRequest request, StreamObserver<TrackingToken> answer) {
        answer(answer, token(0));
    }

    @Override
    public void getLastToken(GetLastTokenRequest request, StreamObserver<TrackingToken> answer) {
        if (!headless) {
            answer(answer, token(log.last()));
        }
    }

    @Override
    public void getTokenAt(GetTokenAtRequest request, StreamObserver<TrackingToken> answer) {
        answer(answer, token(log.at(request.getInstant())));
    }

    private static List<TrackingToken> token(long token) {
        return List.of(TrackingToken.newBuilder().setToken(token).build());
    }

    private <T> void answer(StreamObserver<T> caller, List<T> answer) {
        if (!silent) {
            answer.forEach(caller::onNext);
            caller.onCompleted();
        }
    }
}

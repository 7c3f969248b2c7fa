package io.chatledger.rig.axonserver;

import com.google.protobuf.Empty;
import io.axoniq.axonserver.grpc.admin.ContextAdminServiceGrpc.ContextAdminServiceImplBase;
import io.axoniq.axonserver.grpc.admin.ContextOverview;
import io.grpc.stub.StreamObserver;
import java.util.List;

/** Says which contexts there are, as the editions do that have more than one. */
final class ContextService extends ContextAdminServiceImplBase {

    private final List<String> contexts;

    ContextService(List<String> contexts) {
        this.contexts = contexts;
    }

    @Override
    public void getContexts(Empty request, StreamObserver<ContextOverview> answer) {
        contexts.forEach(
                one -> answer.onNext(ContextOverview.newBuilder().setName(one).build()));
        answer.onCompleted();
    }
}

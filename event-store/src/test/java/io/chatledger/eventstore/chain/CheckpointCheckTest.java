package io.chatledger.eventstore.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CheckpointCheckTest {

    @Test
    void aMissingTailIsFoundByTheCheckpointThatCoversIt() {
        History history = History.of(4);
        long covered = history.checkpoints.getLast().position();
        history.events.tailMap(covered, true).clear();
        history.hashes.tailMap(covered, true).clear();
        assertThat(history.verdict().firstInvalidPosition()).isEqualTo(covered);
    }

    @Test
    void aRemovedCheckpointIsMissedByTheNext() {
        for (int index = 0; index < History.SIZE / History.EVERY - 1; index++) {
            History history = History.of(index);
            history.checkpoints.remove(index);
            assertThat(history.verdict().reason()).isEqualTo("checkpoint-removed-before");
        }
    }

    @Test
    void aCheckpointUnderAnotherKeyDoesNotHold() {
        History history = History.of(6);
        CheckpointSigner stranger = new History(new Random(1), 1, 1).newSigner();
        Checkpoint last = history.checkpoints.removeLast();
        history.checkpoints.add(last.signedBy(stranger));
        assertThat(history.verdict().reason()).isEqualTo("checkpoint-key-unknown");
    }

    @Test
    void aCheckpointUnderTheNextKeyHolds() {
        History history = History.of(6);
        Checkpoint last = history.checkpoints.removeLast();
        history.checkpoints.add(last.signedBy(history.newSigner()));
        assertThat(history.verdict().valid()).isTrue();
    }

    @Test
    void aChangedCheckpointDoesNotHold() {
        History history = History.of(6);
        Checkpoint last = history.checkpoints.removeLast();
        history.checkpoints.add(new Checkpoint(
                last.tenant(),
                last.position(),
                last.events(),
                last.headHash(),
                last.previous(),
                last.at().plusSeconds(1),
                last.keyId(),
                last.signature()));
        assertThat(history.verdict().reason()).isEqualTo("checkpoint-signature");
    }
}

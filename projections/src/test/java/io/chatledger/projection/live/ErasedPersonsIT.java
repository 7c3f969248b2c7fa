package io.chatledger.projection.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.projection.deadletter.LetterRig;
import org.junit.jupiter.api.Test;

/** What still comes of somebody who is erased, as their key is not gone everywhere at the same moment. */
class ErasedPersonsIT {

    private final LetterRig rig = new LetterRig();

    @Test
    void isClearedAtOnceInALaterBatch() {
        rig.process(rig.shop.created(1), rig.shop.created(2));
        rig.process(rig.shop.erased(1));

        rig.process(rig.shop.renamed(1, "late"), rig.shop.renamed(2, "other"));

        assertThat(rig.names()).containsValue("other").doesNotContainValue("late");
    }

    @Test
    void isClearedInTheBatchOfTheErasure() {
        rig.process(rig.shop.created(1), rig.shop.erased(1), rig.shop.renamed(1, "late"));

        assertThat(rig.names()).doesNotContainValue("late").doesNotContainValue("Ana 1");
    }
}

package io.chatledger.command.webhook;

import io.chatledger.kernel.webhook.DeliveryOutcome;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sums up what became of the parts of a delivery that concern one tenant. */
record Tally(List<PartResult> results) {

    private static final int REASON_LIMIT = 1_000;

    DeliveryOutcome outcome() {
        if (results.stream().anyMatch(PartResult.Failed.class::isInstance)) {
            return DeliveryOutcome.failed;
        }
        boolean used = results.stream().anyMatch(PartResult.Used.class::isInstance);
        return used ? DeliveryOutcome.processed : DeliveryOutcome.ignored;
    }

    /** Why something was not used; null where all was. */
    @Nullable
    String reason() {
        String reasons = results.stream()
                .flatMap(Tally::reasonOf)
                .distinct()
                .limit(REASON_LIMIT)
                .collect(Collectors.joining("; "));
        if (reasons.isEmpty()) {
            return null;
        }
        return reasons.length() <= REASON_LIMIT ? reasons : reasons.substring(0, REASON_LIMIT - 3) + "...";
    }

    int duplicates() {
        return (int) results.stream()
                .filter(result -> result instanceof PartResult.Used used && used.duplicate())
                .count();
    }

    private static Stream<String> reasonOf(PartResult result) {
        return switch (result) {
            case PartResult.Used used ->
                used.duplicate() ? Stream.of("duplicate: it was there already") : Stream.empty();
            case PartResult.Ignored ignored -> Stream.of(ignored.reason());
            case PartResult.Failed failed -> Stream.of(failed.reason());
            case PartResult.Moved moved -> Stream.of("number-moved: it was proved to be another company's meanwhile");
        };
    }
}

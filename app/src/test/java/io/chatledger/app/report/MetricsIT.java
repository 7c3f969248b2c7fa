package io.chatledger.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.chatledger.app.rig.Business;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MetricsIT {

    private static final String METRICS = "/api/v1/metrics";

    private final CountedBusiness example = CountedBusiness.atWork();
    private final Business business = example.business();

    @Test
    void whatIsCountedHasHappened() {
        assertThat(example.total("messages-in")).isEqualTo(1);
        assertThat(example.total("messages-out?who=human")).isEqualTo(2);
        assertThat(example.total("messages-out?who=bot")).isZero();
        assertThat(example.total("conversations-opened?kind=new")).isEqualTo(1);
        assertThat(example.total("conversations-opened?kind=reopened")).isEqualTo(1);
        assertThat(example.total("conversations-resolved")).isEqualTo(1);
        assertThat(example.total("delivery-failures?cause=undeliverable")).isEqualTo(1);
        assertThat(example.total("messages-in?channel=" + example.number().channelId()))
                .isEqualTo(1);
        assertThat(example.total("messages-in?channel=none")).isZero();
    }

    @Test
    void daysAreTheTenantsOwn() {
        JsonNode numbers = example.numbers("messages-in");
        assertThat(numbers.get("timeZone").asString()).isEqualTo(CountedBusiness.ZONE.getId());
        assertThat(numbers.get("items").size()).isEqualTo(30);
        JsonNode counted = numbers.get("items")
                .valueStream()
                .filter(one -> one.get("value").longValue() == 1)
                .reduce((one, other) -> fail("counted twice: " + one + other))
                .orElseThrow();
        LocalDate day = LocalDate.parse(counted.get("local").asString());
        assertThat(day).isBetween(example.begun(), LocalDate.now(CountedBusiness.ZONE));
        assertThat(Instant.parse(counted.get("start").asString()))
                .isEqualTo(day.atStartOfDay(CountedBusiness.ZONE).toInstant());
        String hours = "messages-in?by=hour&from=" + day + "&to=" + day.plusDays(1);
        assertThat(example.numbers(hours).get("items").valueStream())
                .filteredOn(one -> one.get("value").longValue() == 1)
                .hasSize(1);
    }

    @Test
    void versionsStandSideBySide() {
        JsonNode numbers = example.numbers("first-response-time?version=1,2&by=total&dimension=who");
        assertThat(numbers.get("version").isNull()).isTrue();
        assertThat(numbers.get("versions").valueStream().map(JsonNode::intValue))
                .containsExactly(1, 2);
        assertThat(numbers.get("items").valueStream()).hasSize(2).allSatisfy(one -> {
            assertThat(one.get("who").asString()).isEqualTo("human");
            assertThat(one.get("count").longValue()).isEqualTo(1);
            assertThat(one.get("value").longValue())
                    .isBetween(0L, 60_000L)
                    .isEqualTo(one.get("p90").longValue());
        });
        assertThat(example.numbers("first-response-time").get("version").intValue())
                .isEqualTo(3);
    }

    @Test
    void anotherTenantCountsItsOwn() {
        Business other = Business.register();
        assertThat(other.owner()
                        .get(METRICS + "/messages-in?by=total")
                        .items()
                        .getFirst()
                        .get("value")
                        .longValue())
                .isZero();
        assertThat(other.owner().all(METRICS + "/messages-in/events")).isEmpty();
    }
}

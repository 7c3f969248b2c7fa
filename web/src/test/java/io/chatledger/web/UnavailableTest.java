package io.chatledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

class UnavailableTest {

    @ParameterizedTest
    @ValueSource(strings = {"22P02", "22021", "42601", "42883", "54000", "0A000"})
    void whatWouldFailAgainIsNoReasonToTryAgain(String state) {
        assertThat(Unavailable.never(new DataAccessException("no", new SQLException("no", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "53300", "55P03", "57P01", "23505"})
    void whatMayGoWellNextTimeIsOne(String state) {
        assertThat(Unavailable.never(new DataAccessException("no", new SQLException("no", state))))
                .isFalse();
    }

    @Test
    void whatALaterReleaseHasTakenOverIsForItsProcesses() {
        SQLException superseded = new SQLException(
                "new row for relation \"event\" violates check constraint \"event_revision_not_superseded\"", "23514");
        assertThat(Unavailable.isForALaterRelease(new EventStoreException("no", superseded)))
                .isTrue();
        assertThat(Unavailable.isForALaterRelease(new EventStoreException("no", new SQLException("no", "23514"))))
                .isFalse();
    }

    @Test
    void soIsALostRaceOrAPoolThatIsEmpty() {
        assertThat(Unavailable.never(new ConcurrencyException("lost", new SQLException("no", "22000"))))
                .isFalse();
        assertThat(Unavailable.never(new CannotGetJdbcConnectionException("none left")))
                .isFalse();
        assertThat(Unavailable.never(new DataAccessException("no", new SQLException("no", (String) null))))
                .isFalse();
    }
}

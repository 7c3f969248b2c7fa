package io.chatledger.eventstore.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chatledger.eventstore.OwnDatabase;
import io.chatledger.eventstore.example.BikeCommand.RegisterBike;
import io.chatledger.eventstore.example.BikeCommand.RentBike;
import io.chatledger.eventstore.example.BikeCommand.ReturnBike;
import io.chatledger.rig.Parallel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application that has nothing of ChatLedger but its event store. */
class BikeRentalIT {

    private final OwnDatabase database = new OwnDatabase();
    private BikeRental rental = start();

    @BeforeEach
    void thereAreTwoBikes() {
        rental.send(new RegisterBike("b-1", "cargo"));
        rental.send(new RegisterBike("b-2", "city"));
    }

    @AfterEach
    void close() throws Exception {
        rental.close();
        database.close();
    }

    @Test
    void whatIsDecidedIsProjected() {
        rental.send(new RentBike("b-1", "Ana"));
        rental.send(new RentBike("b-2", "Luis"));
        rental.send(new ReturnBike("b-2", "north"));
        await().until(rental::riders, Map.of("b-1", "Ana")::equals);
    }

    @Test
    void everythingIsThereAfterARestart() throws Exception {
        rental.send(new RentBike("b-1", "Ana"));
        rental.close();
        rental = start();
        await().until(rental::riders, Map.of("b-1", "Ana")::equals);
        assertThatThrownBy(() -> rental.send(new RentBike("b-1", "Luis"))).hasMessageContaining("b-1 is rented");
    }

    @Test
    void ofManyRidersAtTwoProcessesOneGetsTheBike() throws Exception {
        try (BikeRental other = start()) {
            List<Boolean> got = Parallel.times(12, n -> isRented(n % 2 == 0 ? rental : other, "rider-" + n));
            assertThat(got).containsOnlyOnce(true);
            await().until(() -> rental.riders().size() == 1 && rental.riders().equals(other.riders()));
        }
    }

    @Test
    void whatAnotherProcessHasDecidedCounts() throws Exception {
        rental.send(new RentBike("b-1", "Ana"));
        try (BikeRental other = start()) {
            other.send(new ReturnBike("b-1", "north"));
            await().ignoreExceptions().until(() -> isRented(rental, "Luis"));
        }
        await().until(rental::riders, Map.of("b-1", "Luis")::equals);
    }

    @Test
    void theHistoryIsReadInSql() throws Exception {
        rental.send(new RentBike("b-1", "Ana"));
        assertThat(database.column(
                        "select position || ' ' || tenant_id || ' ' || aggregate_type || ' ' || (payload ->> 'rider')"
                                + " from event where aggregate_id = 'b-1' and sequence = 1"))
                .containsExactly("3 default Bike Ana");
    }

    private BikeRental start() {
        try {
            return new BikeRental(database.dataSource());
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean isRented(BikeRental rental, String rider) {
        try {
            rental.send(new RentBike("b-1", rider));
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }
}

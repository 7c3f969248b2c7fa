package io.chatledger.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.message.PersonalData.Purpose;
import io.chatledger.kernel.message.PersonalDataSeals;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.rig.StoreDatabase;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PersonKeysIT {

    private static final byte[] WORDS = "Zoila".getBytes(UTF_8);

    private final ContactId person = somebody();
    private final PersonKeys keys = keys(Vaults.key(1));

    @BeforeEach
    void noSecretsOfOtherTests() {
        JdbcClient.create(StoreDatabase.shared()).sql("delete from secret").update();
    }

    @AfterEach
    void backUnderTheFirstKey() {
        new KeyRotation(StoreDatabase.shared(), Vaults.key(1).inPlaceOf(List.of(Vaults.bytes(2)))).rewrap();
    }

    @Test
    void whatWasSealedIsOpenedWhereItBelongs() {
        byte[] sealed = keys.seal(person, Purpose.service, "name", WORDS);

        assertThat(open(keys, sealed, "name")).isEqualTo(WORDS);
        assertThat(open(keys(Vaults.key(1)), sealed, "name")).isEqualTo(WORDS);
        assertThat(new String(sealed, UTF_8)).doesNotContain("Zoila");
    }

    @Test
    void theSameWordsNeverLookTheSame() {
        assertThat(keys.seal(person, Purpose.service, "name", WORDS))
                .isNotEqualTo(keys.seal(person, Purpose.service, "name", WORDS));
    }

    @Test
    void whatWasSealedOpensNowhereElse() {
        byte[] sealed = keys.seal(person, Purpose.service, "name", WORDS);
        ContactId other = somebody();
        keys.seal(other, Purpose.service, "name", WORDS);

        assertThatThrownBy(() -> open(keys, sealed, "text")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.open(other.value(), Purpose.service, "name", sealed))
                .isInstanceOf(IllegalStateException.class);
        byte[] changed = Arrays.copyOf(sealed, sealed.length);
        changed[changed.length - 1] ^= 1;
        assertThatThrownBy(() -> open(keys, changed, "name")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withTheKeyDestroyedNothingOpensAndNothingIsSealed() {
        byte[] sealed = keys.seal(person, Purpose.service, "name", WORDS);

        assertThat(keys.destroy(person)).isEqualTo(1);

        assertThat(open(keys, sealed, "name")).isNull();
        assertThat(open(keys(Vaults.key(1)), sealed, "name")).isNull();
        assertThatThrownBy(() -> keys.seal(person, Purpose.service, "name", WORDS))
                .isInstanceOfSatisfying(
                        DomainProblem.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("person-erased"));
        assertThat(keys.destroy(person)).isZero();
    }

    @Test
    void whatTheLawKeepsOutlivesTheErasure() {
        byte[] kept = keys.seal(person, Purpose.fiscal, "name", WORDS);
        keys.seal(person, Purpose.service, "name", WORDS);

        keys.destroy(person);

        assertThat(keys.open(person.value(), Purpose.fiscal, "name", kept)).isEqualTo(WORDS);
    }

    @Test
    void manyPersonsAreFoundWhereFewAskForThemOneByOne() {
        List<ContactId> persons =
                IntStream.range(0, 500).mapToObj(n -> somebody()).toList();
        List<byte[]> sealed = persons.stream()
                .map(one -> keys.seal(one, Purpose.service, "name", WORDS))
                .toList();
        keys.destroy(persons.get(400));
        PersonKeys later = keys(Vaults.key(1));

        assertThat(unreadable(later.readingAhead(), persons, sealed)).containsExactly(400);
        assertThat(unreadable(keys(Vaults.key(1)), persons, sealed)).containsExactly(400);
    }

    @Test
    void keysThatAreMadeAtTheSameTimeByTwoProcessesAreTheSame() throws Exception {
        List<ContactId> persons =
                IntStream.range(0, 200).mapToObj(n -> somebody()).toList();
        PersonKeys other = keys(Vaults.key(1));

        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ContactId one : persons) {
                Future<byte[]> here = all.submit(() -> keys.seal(one, Purpose.service, "name", WORDS));
                byte[] there = other.seal(one, Purpose.service, "name", WORDS);
                assertThat(other.open(one.value(), Purpose.service, "name", here.get()))
                        .isEqualTo(WORDS);
                assertThat(keys.open(one.value(), Purpose.service, "name", there))
                        .isEqualTo(WORDS);
            }
        }
    }

    @Test
    void aKeyOfWhichNothingIsAskedMayBeUnderAMasterKeyThatIsNotThere() {
        List<byte[]> sealed = List.of(keys(Vaults.key(2)).seal(person, Purpose.service, "name", WORDS));

        assertThatThrownBy(() -> unreadable(keys, List.of(person), sealed)).hasMessageContaining("master key");
        PersonKeyTable table = new PersonKeyTable(StoreDatabase.shared(), Vaults.key(1), InstantSource.system());
        assertThat(table.around(new PersonKey(person.value(), Purpose.service), 1))
                .hasSize(1);
    }

    private static List<Integer> unreadable(PersonalDataSeals with, List<ContactId> persons, List<byte[]> sealed) {
        return IntStream.range(0, persons.size())
                .filter(n -> with.open(persons.get(n).value(), Purpose.service, "name", sealed.get(n)) == null)
                .boxed()
                .toList();
    }

    @Test
    void anotherMasterKeyTakesOver() {
        byte[] sealed = keys.seal(person, Purpose.service, "name", WORDS);
        MasterKey renewed = Vaults.key(2).inPlaceOf(List.of(Vaults.bytes(1)));
        assertThat(open(keys(renewed), sealed, "name")).isEqualTo(WORDS);

        new KeyRotation(StoreDatabase.shared(), renewed).rewrap();

        assertThat(open(keys(Vaults.key(2)), sealed, "name")).isEqualTo(WORDS);
        assertThat(new KeyRotation(StoreDatabase.shared(), Vaults.key(2)).rewrap())
                .satisfies(count -> assertThat(count.personsRewrapped() + count.secretsRewrapped())
                        .isZero());
    }

    private byte @Nullable [] open(PersonKeys with, byte[] sealed, String field) {
        return with.open(person.value(), Purpose.service, field, sealed);
    }

    private static ContactId somebody() {
        return ContactId.of(new TenantId("acme"), UUID.randomUUID());
    }

    private static PersonKeys keys(MasterKey masterKey) {
        return new PersonKeys(new PersonKeyTable(StoreDatabase.shared(), masterKey, InstantSource.system()));
    }
}

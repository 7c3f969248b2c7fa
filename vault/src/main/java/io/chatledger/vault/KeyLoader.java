package io.chatledger.vault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * What many ask for at the same moment is asked of the database at once, so that they share a statement and its commit.
 * It never waits for more to come.
 */
final class KeyLoader {

    private static final int AT_ONCE = 512;
    private static final int WAITING_AT_MOST = 4096;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Function<List<PersonKey>, Map<PersonKey, Held>> table;
    private final BlockingQueue<Request> waiting = new ArrayBlockingQueue<>(WAITING_AT_MOST);
    private final AtomicBoolean working = new AtomicBoolean();

    /** @param table what it answers for each of up to 512 different keys; those that it has not are left out */
    KeyLoader(Function<List<PersonKey>, Map<PersonKey, Held>> table) {
        this.table = table;
    }

    private record Request(PersonKey id, CompletableFuture<Optional<Held>> answer) {}

    /** @throws org.springframework.dao.DataAccessException if the database does not answer, or too many wait for it */
    Optional<Held> load(PersonKey id) {
        Request request = new Request(id, new CompletableFuture<>());
        if (!waiting.offer(request)) {
            throw new TransientDataAccessResourceException("Too many wait for the keys of persons.");
        }
        if (working.compareAndSet(false, true)) {
            Thread.ofVirtual().name("person-keys").start(this::work);
        }
        return answerTo(request);
    }

    int waiting() {
        return waiting.size();
    }

    private static Optional<Held> answerTo(Request request) {
        try {
            return request.answer().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known
                    ? known
                    : new DataAccessResourceFailureException("The key of a person cannot be had.", failure.getCause());
        } catch (TimeoutException late) {
            throw new QueryTimeoutException("The key of a person has not come in time.", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("Interrupted while waiting for a key.", interrupted);
        }
    }

    /** Whoever comes between the last look and the end is seen by the second look, or starts anew. */
    private void work() {
        do {
            for (List<Request> batch = next(); !batch.isEmpty(); batch = next()) {
                answer(batch);
            }
            working.set(false);
        } while (!waiting.isEmpty() && working.compareAndSet(false, true));
    }

    private List<Request> next() {
        List<Request> batch = new ArrayList<>();
        waiting.drainTo(batch, AT_ONCE);
        return batch;
    }

    private void answer(List<Request> batch) {
        try {
            Map<PersonKey, Held> found =
                    table.apply(batch.stream().map(Request::id).distinct().toList());
            batch.forEach(request -> request.answer().complete(Optional.ofNullable(found.get(request.id()))));
        } catch (RuntimeException | Error failure) {
            // Whatever it is, nobody may be left waiting.
            batch.forEach(request -> request.answer().completeExceptionally(failure));
        }
    }
}

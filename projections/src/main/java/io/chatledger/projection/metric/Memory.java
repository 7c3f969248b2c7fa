package io.chatledger.projection.metric;

import io.chatledger.projection.CanonicalJson;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * What the definitions remember of one subject, by names that each keeps to itself. Never changes: where nothing
 * is to be changed, the answer is the same memory.
 */
public record Memory(SortedMap<String, Mark> marks) {

    static final Memory EMPTY = new Memory(new TreeMap<>());

    private record Entry(String name, Instant at, long position) {}

    static Memory read(JSONB json) {
        SortedMap<String, Mark> marks = new TreeMap<>();
        CanonicalJson.read(json, Entry.class)
                .forEach(entry -> marks.put(entry.name(), new Mark(entry.at(), entry.position())));
        return new Memory(marks);
    }

    JSONB write() {
        List<Entry> entries = marks.entrySet().stream()
                .map(one -> new Entry(
                        one.getKey(), one.getValue().at(), one.getValue().position()))
                .toList();
        return CanonicalJson.write(entries);
    }

    public @Nullable Mark of(String name) {
        return marks.get(name);
    }

    public Memory with(String name, Mark mark) {
        if (mark.equals(marks.get(name))) {
            return this;
        }
        SortedMap<String, Mark> more = new TreeMap<>(marks);
        more.put(name, mark);
        return new Memory(more);
    }

    public Memory without(String name) {
        if (!marks.containsKey(name)) {
            return this;
        }
        SortedMap<String, Mark> less = new TreeMap<>(marks);
        less.remove(name);
        return new Memory(less);
    }

    /** Forgets the oldest of the names that begin so, beyond a number of them. */
    public Memory keeping(int most, String prefix) {
        List<Map.Entry<String, Mark>> some = marks.entrySet().stream()
                .filter(one -> one.getKey().startsWith(prefix))
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparingLong(Mark::position).reversed()))
                .toList();
        Memory kept = this;
        for (Map.Entry<String, Mark> one : some.subList(Math.min(most, some.size()), some.size())) {
            kept = kept.without(one.getKey());
        }
        return kept;
    }
}

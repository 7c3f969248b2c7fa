package io.chatledger.kernel.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.claim.ClaimKind;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.kernel.tenant.TenantId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes events to look at: every value follows from the path of its component, so two fields never say the same. */
final class Samples {

    private static final TenantId TENANT = new TenantId("acme");
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00.123456Z");

    private static final List<Provider> PROVIDERS = List.of(Provider.CLOUD_API, Provider.TWILIO, Provider.GATEWAY);

    private static final Map<Class<?>, Function<String, Object>> PLAIN = Map.ofEntries(
            entry(String.class, path -> path + " ñ"),
            entry(Instant.class, path -> NEW_YEAR.plusSeconds(number(path))),
            entry(UUID.class, Samples::uuid),
            entry(int.class, Samples::number),
            entry(Integer.class, Samples::number),
            entry(long.class, path -> 3_000_000_000L + number(path)),
            entry(Long.class, path -> 3_000_000_000L + number(path)),
            entry(double.class, path -> -number(path) / 8.0),
            entry(boolean.class, path -> number(path) % 2 == 0),
            entry(Boolean.class, path -> number(path) % 2 == 0),
            entry(Map.class, Samples::object),
            // What came later is not among the approved samples.
            entry(IdentityType.class, path -> IdentityType.values()[number(path) % 4]),
            entry(Provider.class, path -> PROVIDERS.get(number(path) % PROVIDERS.size())));

    private final String feature;
    private final boolean minimal;

    private Samples(Class<?> type, boolean minimal) {
        EventRegistry.Named event = Features.builtIn().registry().nameOf(type);
        this.feature = event == null ? "feature" : event.name().replaceFirst("\\..*", "");
        this.minimal = minimal;
    }

    /** A sample with every component filled. */
    static Object full(Class<?> type) {
        return new Samples(type, false).value(type, "");
    }

    /** A sample with null wherever a component, at any depth, may be null. */
    static Object minimal(Class<?> type) {
        return new Samples(type, true).value(type, "");
    }

    private Object value(Class<?> type, String path) {
        if (type == TenantId.class) {
            return TENANT;
        } else if (type == ClaimId.class) {
            return ClaimId.of(TENANT, new ClaimKind(feature, "sample"), uuid(path));
        } else if (StreamId.class.isAssignableFrom(type)) {
            return call(() -> type.getMethod("of", TenantId.class, UUID.class).invoke(null, TENANT, uuid(path)));
        } else if (type.isRecord() && !PLAIN.containsKey(type)) {
            return record(type, path);
        } else if (type.isEnum() && !PLAIN.containsKey(type)) {
            Object[] constants = type.getEnumConstants();
            return constants[number(path) % constants.length];
        }
        Function<String, Object> plain = PLAIN.get(type);
        if (plain == null) {
            throw new IllegalArgumentException(
                    "events have no " + type.getName() + " yet: say here what one looks like");
        }
        return plain.apply(path);
    }

    private Object record(Class<?> type, String path) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable
        Object[] values =
                Stream.of(components).map(component -> part(component, path)).toArray();
        return call(() -> type.getDeclaredConstructor(types).newInstance(values));
    }

    private @Nullable Object part(RecordComponent component, String path) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        String part = path.isEmpty() ? component.getName() : path + "." + component.getName();
        if (minimal && nullable) {
            return null;
        }
        return component.getType() == List.class
                ? List.of(value(elementOf(component), part))
                : value(component.getType(), part);
    }

    /** Of what a component that is a list consists. */
    static Class<?> elementOf(RecordComponent list) {
        return (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
    }

    private static Map<String, Object> object(String path) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("text", path + " ñ");
        object.put("number", number(path));
        object.put("list", List.of(true, 1.5, Map.of("deep", path)));
        return object;
    }

    private static UUID uuid(String path) {
        return UUID.nameUUIDFromBytes(path.getBytes(UTF_8));
    }

    private static int number(String path) {
        return 1 + Math.floorMod(path.hashCode(), 9999);
    }

    private static Object call(Reflection reflection) {
        try {
            return reflection.call();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private interface Reflection {
        Object call() throws ReflectiveOperationException;
    }
}

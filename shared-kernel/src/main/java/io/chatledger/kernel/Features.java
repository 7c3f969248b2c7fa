package io.chatledger.kernel;

import io.chatledger.kernel.account.AccountFeature;
import io.chatledger.kernel.audit.AuditFeature;
import io.chatledger.kernel.channel.ChannelFeature;
import io.chatledger.kernel.contact.ContactFeature;
import io.chatledger.kernel.conversation.ConversationFeature;
import io.chatledger.kernel.deadletter.DeadLetterFeature;
import io.chatledger.kernel.feature.Effects;
import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.message.EventRegistry;
import io.chatledger.kernel.message.EventUpcasters;
import io.chatledger.kernel.metric.Metrics;
import io.chatledger.kernel.permission.RolePermissions;
import io.chatledger.kernel.platform.PlatformFeature;
import io.chatledger.kernel.report.ReportFeature;
import io.chatledger.kernel.request.RequestFeature;
import io.chatledger.kernel.tenant.TenantFeature;
import io.chatledger.kernel.webhook.WebhookFeature;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** The features of a running system, and what they declare, put together. */
public final class Features {

    private static final Features BUILT_IN = new Features(List.of(
            new TenantFeature(),
            new AccountFeature(),
            new ChannelFeature(),
            new ContactFeature(),
            new ConversationFeature(),
            new WebhookFeature(),
            new RequestFeature(),
            new DeadLetterFeature(),
            new AuditFeature(),
            new ReportFeature(),
            new PlatformFeature()));

    private final List<Feature> features;
    private final EventRegistry registry;
    private final EventUpcasterChain upcasters;
    private final RolePermissions permissions;
    private final Effects effects;
    private final Metrics metrics;

    private Features(Collection<? extends Feature> features) {
        this.features = List.copyOf(features);
        registry = new EventRegistry(
                this.features.stream().collect(Collectors.toMap(Feature::name, Feature::events, Features::twice)));
        upcasters = EventUpcasters.chain(declared(Feature::upcasters));
        permissions = new RolePermissions(declared(Feature::permissions));
        effects = new Effects(declared(Feature::effects));
        metrics = new Metrics(declared(Feature::metrics));
    }

    /** The only list of the features that ChatLedger comes with. */
    public static Features builtIn() {
        return BUILT_IN;
    }

    /**
     * These alone.
     *
     * @throws IllegalStateException as {@link #with}
     */
    public static Features of(Collection<? extends Feature> features) {
        return new Features(features);
    }

    /**
     * These, and others.
     *
     * @throws IllegalStateException where two declare what only one can: a name, an event's name, a permission, a metric
     */
    public Features with(Collection<? extends Feature> further) {
        return further.isEmpty()
                ? this
                : new Features(
                        Stream.concat(features.stream(), further.stream()).toList());
    }

    public List<Feature> all() {
        return features;
    }

    /** The names of all events. */
    public EventRegistry registry() {
        return registry;
    }

    /** What brings events of older revisions up to today's. */
    public EventUpcasterChain upcasters() {
        return upcasters;
    }

    public RolePermissions permissions() {
        return permissions;
    }

    public Effects effects() {
        return effects;
    }

    /** What is counted. */
    public Metrics metrics() {
        return metrics;
    }

    private <T> List<T> declared(Function<Feature, List<T>> kind) {
        return features.stream()
                .flatMap(feature -> kind.apply(feature).stream())
                .toList();
    }

    private static <T> T twice(T one, T other) {
        throw new IllegalStateException("two features of one name, one of them with " + other);
    }
}

package io.chatledger.web.caller;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.account.Allowed;
import io.chatledger.query.ViewTopic;
import io.chatledger.query.panel.PanelSection;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Fails the start where a call, a topic or a section of the panel takes a permission that no feature declares, so that
 * nobody could ever make it, hear of it or be led there.
 */
@Component
final class DeclaredPermissions implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping calls;
    private final ObjectProvider<ViewTopic> topics;
    private final ObjectProvider<PanelSection> sections;
    private final Set<String> known;

    DeclaredPermissions(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping calls,
            ObjectProvider<ViewTopic> topics,
            ObjectProvider<PanelSection> sections,
            Features features) {
        this.calls = calls;
        this.topics = topics;
        this.sections = sections;
        this.known = features.permissions().known();
    }

    @Override
    public void afterSingletonsInstantiated() {
        check(calls.getHandlerMethods().values(), known);
        topics.forEach(topic -> check("the topic " + topic.name(), topic.permission(), known));
        sections.forEach(section -> check("the section " + section.name(), section.permission(), known));
    }

    static void check(Collection<HandlerMethod> calls, Set<String> known) {
        for (HandlerMethod call : calls) {
            Allowed allowed = call.getMethodAnnotation(Allowed.class);
            if (allowed != null && allowed.to() == Allowed.To.HOLDERS) {
                check(call.toString(), allowed.value(), known);
            }
        }
    }

    static void check(String what, @Nullable String permission, Set<String> known) {
        if (permission != null && !known.contains(permission)) {
            throw new IllegalStateException(
                    what + " takes the permission '" + permission + "', which no feature declares");
        }
    }
}

package io.chatledger.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.AccessToken;
import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Client;
import io.chatledger.command.account.session.KnownSession;
import io.chatledger.command.account.session.SessionRegister;
import io.chatledger.command.account.session.SigningKey;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Somebody who may read everything of one tenant and change nothing. */
class AuditorIT {

    /** For everybody, or of the platform and not of a tenant; the sandbox is no part of the product. */
    private static final Set<String> NOT_A_TENANTS =
            Set.of("/api/v1/auth/", "/api/v1/account/", "/api/v1/admin/", "/webhooks", "/sandbox", "/panel", "/error");

    /** Answer a question with a body, or keep a way of reading. */
    private static final Set<String> READS =
            Set.of("/api/v1/audit/verify", "/api/v1/audit/replays", "/api/v1/audit/replays/{id}");

    /** What pages offer to do. */
    private static final List<String> ACTIONS =
            List.of("data-post=", "id=\"composer\"", "class=\"note-form\"", "id=\"connect\"", "id=\"sign\"");

    private final AuditApplication application = AuditApplication.SHARED;
    private final AuditedBusiness audited = AuditedBusiness.with(application, 1);

    record Route(String method, String path) {}

    @Test
    void seesEveryPageOfItsTenantAndNothingToDoThere() {
        List<String> pages = pages();
        assertThat(pages).contains("/panel", "/panel/channels", "/panel/conversations/{id}", "/panel/fragments/proof");
        for (String page : pages) {
            Answer answer = auditor()
                    .get(
                            page.contains("/events/") || page.contains("/audit/{id}")
                                    ? page.replace("{id}", Long.toString(audited.positionOf(0)))
                                    : filled(page));
            answer.expecting(page.contains("/earlier/") ? 400 : 200);
            assertThat(ACTIONS).as(page).noneMatch(answer.text()::contains);
        }
        assertThat(auditor().get("/panel").text()).contains("/panel/audit").doesNotContain("/panel/admin");
    }

    /** The installation's own are not a tenant's, the stream never ends, and the sheet of all parts is of nobody. */
    private List<String> pages() {
        return mappings()
                .filter(path -> path.startsWith("/panel")
                        && !path.startsWith("/panel/admin")
                        && !path.equals("/panel/stream")
                        && !path.equals("/panel/kit"))
                .toList();
    }

    private Stream<String> mappings() {
        return application
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream());
    }

    @Test
    void readsEverythingOfItsTenant() {
        List<Route> routes = routes(true);
        assertThat(routes).extracting(Route::path).contains("/api/v1/contacts", "/api/v1/audit/verify");
        for (Route route : routes) {
            int status = auditor().get(filled(route.path())).status();
            assertThat(status).as(route.path()).isNotIn(401, 403, 405, 500);
        }
    }

    @Test
    void changesNothing() {
        List<Route> routes = routes(false);
        assertThat(routes).extracting(Route::path).contains("/api/v1/channels", "/api/v1/audit/checkpoints");
        long before = audited.count();
        for (Route route : routes) {
            int status = auditor()
                    .with("Content-Type", "application/json")
                    .send(route.method(), filled(route.path()), BodyPublishers.ofString(body(route.path())))
                    .status();
            assertThat(status).as(route.toString()).isEqualTo(403);
        }
        assertThat(audited.count()).isEqualTo(before);
    }

    @Test
    void whoMayNotReadTheHistoryIsShownNoWayToIt() {
        Client agent = member(Role.agent);
        assertThat(agent.get("/panel").expecting(200).text()).doesNotContain("/panel/audit");
        for (String page :
                List.of("/panel/audit", "/panel/audit/changes", "/panel/audit/replays", "/panel/audit/proof")) {
            agent.get(page).expecting(403);
        }
    }

    @Test
    void isNoSuperAdmin() {
        auditor().get("/api/v1/admin/projections").refusedWith(403, "forbidden");
        auditor().post("/api/v1/admin/audit/keys/rotate").refusedWith(403, "forbidden");
    }

    private List<Route> routes(boolean reading) {
        List<Route> routes = new ArrayList<>();
        application
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    for (String path : mapping.getPatternValues()) {
                        Set<RequestMethod> methods =
                                mapping.getMethodsCondition().getMethods();
                        boolean reads = methods.contains(RequestMethod.GET) || READS.contains(path);
                        if (path.startsWith("/api/v1/")
                                && NOT_A_TENANTS.stream().noneMatch(path::startsWith)
                                && reads == reading
                                && !(reading && !methods.contains(RequestMethod.GET))) {
                            routes.add(new Route(methods.iterator().next().name(), path));
                        }
                    }
                });
        return routes;
    }

    /** Valid where a body is checked before the permission is. */
    private static String body(String path) {
        if (path.equals("/api/v1/contacts/{id}/erase")) {
            return "{\"reason\":\"x\"}";
        }
        if (path.equals("/api/v1/contacts/{id}/consents")) {
            return "{\"purpose\":\"x\",\"granted\":true,\"source\":\"x\"}";
        }
        return path.equals("/api/v1/channels")
                ? "{\"provider\":\"cloud_api\",\"name\":\"x\",\"phoneNumberId\":\"1\",\"wabaId\":\"1\",\"accessToken\":\"x\"}"
                : "{\"type\":\"text\",\"text\":\"x\"}";
    }

    private String filled(String path) {
        return path.replace("/metrics/{name}", "/metrics/messages-in")
                .replaceAll("\\{action:([a-z]+)[^}]*}", "$1")
                .replaceAll("\\{[^}]*}", audited.conversation());
    }

    private Client auditor() {
        return member(Role.auditor);
    }

    private Client member(Role role) {
        AccountId account = AccountId.of(TenantId.PLATFORM, UUID.randomUUID());
        KnownSession session =
                application.bean(SessionRegister.class).open(account, new TenantId(audited.tenant()), role, false);
        return application
                .stranger()
                .withToken(AccessToken.signed(application.bean(SigningKey.class).pair(), AccessToken.claims(session)));
    }
}
